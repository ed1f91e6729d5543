import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { newUser, type MadeUser } from './new-user.ts';
import { expectPaging } from './paging.ts';
import { expectError } from './refusals.ts';
import { CLIENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const client = {
  level: 'should',
  source: { client: [CLIENTS.mcp] },
  confidence: 'client',
  needs: ['writes', 'own login', 'superuser'],
} as const;

const concluded = {
  ...client,
  source: { client: [CLIENTS.mcp], inferred: 'the parameters of the method' },
  confidence: 'inferred',
} as const;

/** A new user who has called test.echo so many times, and nothing else. */
async function userWhoCalled(target: RaasTarget, times: number): Promise<MadeUser> {
  const user = await newUser(target);
  const caller = target.user(user.credentials);
  for (let call = 0; call < times; call++) await caller.ret('test', 'echo', { message: `${call}` });
  return user;
}

requirement(
  'raas.audit.call',
  {
    ...client,
    text: 'Every call is in the audit log, of type rpc, with the name of its resource and method, and by whom it was made.',
  },
  async ({ target }) => {
    const { uuid, credentials } = await userWhoCalled(target, 3);
    const ask = { account_uuid: uuid, event_type: 'rpc' };
    const { count, results } = await target.reply('audit', 'get_audit', ask);
    expect(count).toBe(3);
    for (const entry of results)
      expect(entry).toMatchObject({
        event_type: 'rpc',
        event_name: 'test.echo',
        username: credentials.username,
        account_uuid: uuid,
        failed: false,
      });
  },
);

requirement(
  'raas.audit.failed-call',
  {
    ...client,
    text: 'A call that fails is in the audit log as failed.',
  },
  async ({ target }) => {
    const { uuid, credentials } = await newUser(target);
    const caller = target.user(credentials);
    await caller.rpc('test', 'error');
    await caller.ret('test', 'echo', { message: 'hi' });
    const ask = { account_uuid: uuid, event_type: 'rpc', failed: true };
    const { results } = await target.reply('audit', 'get_audit', ask);
    expect(results.map(({ event_name }) => event_name)).toEqual(['test.error']);
  },
);

requirement(
  'raas.audit.log-in',
  {
    ...client,
    text: 'Log-ins are in the audit log, of type auth, those that failed as failed.',
  },
  async ({ target }) => {
    const { credentials } = await newUser(target);
    const { username } = credentials;
    await target.login(credentials);
    await target.login({ ...credentials, password: 'saltproof-wrong' });
    for (const failed of [false, true]) {
      const ask = { username, event_type: 'auth', event_name: 'login', failed };
      const { count, results } = await target.reply('audit', 'get_audit', ask);
      expect(count).toBe(1);
      expect(results[0]).toMatchObject({ username, failed });
    }
  },
);

requirement(
  'raas.audit.no-secret',
  {
    ...concluded,
    text: 'No password and no token of a log-in is in the audit log.',
  },
  async ({ target }) => {
    const { credentials } = await userWhoCalled(target, 1);
    const { username, password } = credentials;
    const entries = await target.reply('audit', 'get_audit', { username });
    const all = JSON.stringify(entries);
    expect(all).toContain('test.echo');
    expect(all).not.toContain(password);
    expect(all).not.toMatch(/"(?:Basic|JWT|Bearer) \S+"/);
  },
);

requirement(
  'raas.audit.pages',
  {
    ...client,
    text: 'The count of audit.get_audit does not depend on the limit, and its pages, from 0 on, hold every entry exactly once.',
  },
  async ({ target }) => {
    const { uuid } = await userWhoCalled(target, 5);
    await expectPaging(target.caller, {
      resource: 'audit',
      method: 'get_audit',
      kwarg: { account_uuid: uuid, event_type: 'rpc', sort_by: 'start_time' },
      key: ['id'],
    });
  },
);

requirement(
  'raas.audit.sorted',
  {
    ...concluded,
    text: 'audit.get_audit gives entries by when they began where that is asked for, backwards with reverse.',
  },
  async ({ target }) => {
    const { uuid } = await userWhoCalled(target, 4);
    const times = async (reverse: boolean): Promise<string[]> => {
      const ask = { account_uuid: uuid, sort_by: 'start_time', reverse };
      const { results } = await target.reply('audit', 'get_audit', ask);
      return results.map(({ start_time }) => start_time);
    };
    const up = await times(false);
    expect(up.length).toBeGreaterThan(3);
    expect(up).toEqual(up.toSorted());
    expect(await times(true)).toEqual(up.toReversed());
  },
);

requirement(
  'raas.audit.filters',
  {
    ...concluded,
    text: 'audit.get_audit gives what is of one session, one name or one range of dates where it is asked for.',
  },
  async ({ target }) => {
    const { uuid } = await userWhoCalled(target, 2);
    const of = (ask: object) => target.reply('audit', 'get_audit', { account_uuid: uuid, ...ask });
    const { results } = await of({ event_type: 'rpc' });
    const [entry] = results;
    expect(results).toHaveLength(2);
    const { session_uuid, event_name } = entry ?? {};
    const session = await of({ session_uuid });
    expect(session.results.length).toBeGreaterThan(0);
    for (const other of session.results) expect(other.session_uuid).toBe(session_uuid);
    expect((await of({ event_name })).count).toBe(2);
    expect((await of({ event_name: 'saltproof.nothing' })).count).toBe(0);
    const past = ['2001-01-01T00:00:00', '2001-01-02T00:00:00'];
    expect((await of({ daterange: past })).count).toBe(0);
    const ever = ['2001-01-01T00:00:00', '2101-01-01T00:00:00'];
    expect((await of({ daterange: ever, event_name })).count).toBe(2);
  },
);

requirement(
  'raas.audit.user-twice',
  {
    ...client,
    text: 'audit.get_audit with a uuid and a name of a user at once is answered with an error.',
    needs: ['superuser'],
  },
  async ({ target }) => {
    const account_uuid = NO_UUID;
    const ask = { account_uuid, username: 'saltproof-nobody' };
    expectError(await target.rpc('audit', 'get_audit', ask));
  },
);

requirement(
  'raas.audit.permission',
  {
    ...concluded,
    text: 'Who is not Superuser is refused the audit log.',
    needs: ['limited user'],
  },
  async ({ target }) => {
    expectError(await target.as('limited').rpc('audit', 'get_audit'));
  },
);
