import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { completed, routed } from './commands.ts';
import { expectPaging, expectReversed } from './paging.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const NO_JID = '19700101000000000000';

const CLIENT = {
  level: 'must',
  source: { client: [CLIENTS.powershell, CLIENTS.mcp] },
  confidence: 'client',
  needs: ['minion'],
} as const;

const FILTER = { ...CLIENT, level: 'should', source: { client: [CLIENTS.mcp] } } as const;

/** Has the minion echo a text and waits for it; gives the jid. */
async function echoed(target: RaasTarget, text: string): Promise<string> {
  const jid = await routed(target, { fun: 'test.echo', arg: { arg: [text] } });
  await completed(target, jid);
  return jid;
}

requirement(
  'raas.ret.get-jid',
  { ...CLIENT, text: 'get_jid gives the return of each minion, with how it went.' },
  async ({ target }) => {
    const { minion } = target.minion;
    const jid = await echoed(target, 'grün 🧂');
    expect(await target.reply('ret', 'get_jid', { jid })).toMatchObject({
      [minion]: {
        return: 'grün 🧂',
        retcode: 0,
        success: true,
        fun: 'test.echo',
        fun_args: ['grün 🧂'],
        id: minion,
        jid,
      },
    });
  },
);

requirement(
  'raas.ret.get-jid-unknown',
  {
    ...CLIENT,
    text: 'get_jid gives an empty object for a job that nobody has returned to.',
    needs: [],
  },
  async ({ target }) => {
    expect(await target.reply('ret', 'get_jid', { jid: NO_JID })).toEqual({});
  },
);

requirement(
  'raas.ret.get-jid-master',
  { ...FILTER, text: 'get_jid gives the returns of one master where it is told which.' },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await echoed(target, 'a');
    const own = await target.reply('ret', 'get_jid', { jid, master_id: master });
    expect(Object.keys(own)).toEqual([minion]);
    const others = { jid, master_id: 'saltproof nothing' };
    const { ret, error } = await target.rpc('ret', 'get_jid', others);
    if (error === null) expect(ret).toEqual({});
  },
);

requirement(
  'raas.ret.row',
  {
    ...CLIENT,
    text: 'get_returns tells of a return who gave it, to what, how it went, and all of it in full_ret.',
  },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await echoed(target, 'a');
    const { count, results } = await target.reply('ret', 'get_returns', { jid });
    expect(count).toBe(1);
    const own = { fun: 'test.echo', fun_args: ['a'], jid, return: 'a' };
    expect(results).toMatchObject([
      {
        ...own,
        minion_id: minion,
        master,
        has_errors: false,
        full_ret: { ...own, cmd: '_return', id: minion, retcode: 0, success: true },
      },
    ]);
  },
);

requirement(
  'raas.ret.errors',
  {
    ...FILTER,
    text: 'A return of a function that failed has errors, and is found by that.',
    source: { client: [CLIENTS.mcp], inferred: 'the name of the member' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const fun = `test.${target.unique('fun').replaceAll('-', '_')}`;
    const jid = await routed(target, { fun });
    await completed(target, jid);
    const { results } = await target.reply('ret', 'get_returns', { jid, has_errors: true });
    expect(results).toMatchObject([{ jid, has_errors: true }]);
    expect((await target.reply('ret', 'get_returns', { jid, has_errors: false })).count).toBe(0);
  },
);

for (const [name, text, fits, differs] of [
  ['fun', 'the function', { fun: 'test.echo' }, { fun: 'saltproof.nothing' }],
  ['highstate', 'whether it is of a highstate', { highstate: false }, { highstate: true }],
  ['end', 'the jid that they end with', { end: '29991231235959999999' }, { end: NO_JID }],
  ['start', 'the jid that they start with', { start: NO_JID }, { start: '29991231235959999999' }],
  ['job', 'the job', { job_uuid: null }, { job_uuid: NO_UUID }],
] as const)
  requirement(
    `raas.ret.by-${name}`,
    { ...FILTER, text: `get_returns finds returns by ${text}.` },
    async ({ target }) => {
      const jid = await echoed(target, 'a');
      const found = async (more: object) =>
        (await target.reply('ret', 'get_returns', { jid, ...more })).count;
      expect(await found(fits)).toBe(1);
      expect(await found(differs)).toBe(0);
    },
  );

requirement(
  'raas.ret.by-place',
  { ...FILTER, text: 'get_returns finds returns by minion, by master, and by who is in a target.' },
  async ({ target }) => {
    const { minion, master } = target.minion;
    const jid = await echoed(target, 'a');
    const found = async (more: object) =>
      (await target.reply('ret', 'get_returns', { jid, ...more })).count;
    expect(await found({ minion_id: minion, master_id: master })).toBe(1);
    expect(await found({ minion_id: 'saltproof nobody' })).toBe(0);
    expect(await found({ master_id: 'saltproof nothing' })).toBe(0);
    expect(await found({ match_tgt_uuid: '7f93b928-388b-11e6-b133-346895ecb8f3' })).toBe(1);
  },
);

/** The returns of some commands that are this requirement's alone, as a list. */
async function ownReturns(target: RaasTarget) {
  const text = target.unique('echo');
  for (let count = 0; count < 4; count++) await echoed(target, text);
  return { resource: 'ret', method: 'get_returns', kwarg: { args: text }, key: ['jid'] };
}

requirement(
  'raas.ret.pages',
  {
    level: 'must',
    text: 'The pages of get_returns have every return once, and its count is that of all.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
    needs: ['minion'],
  },
  async ({ target }) => {
    await expectPaging(target.caller, await ownReturns(target));
  },
);

requirement(
  'raas.ret.sorted',
  { ...FILTER, text: 'get_returns sorts by jid, and backwards with reverse.' },
  async ({ target }) => {
    const listing = await ownReturns(target);
    await expectReversed(target.caller, listing, 'jid');
    const given = { ...listing.kwarg, sort_by: 'jid', reverse: 'true', limit: '2' };
    const { results } = await target.reply('ret', 'get_returns', given);
    const jids = results.map(({ jid }) => jid);
    expect(jids).toEqual(jids.toSorted().toReversed());
    expect(jids).toHaveLength(2);
  },
);

requirement(
  'raas.ret.limit',
  { ...CLIENT, text: 'get_returns tells the limit that it kept to, 50 unless told.' },
  async ({ target }) => {
    const jid = await echoed(target, 'a');
    expect((await target.reply('ret', 'get_returns', { jid })).limit).toBe(50);
    expect((await target.reply('ret', 'get_returns', { jid, limit: 7 })).limit).toBe(7);
  },
);

requirement(
  'raas.ret.get-jids',
  { ...FILTER, text: 'get_jids tells what was published between two jids.' },
  async ({ target }) => {
    const jid = await echoed(target, 'a');
    const jids = await target.ret('ret', 'get_jids', { start: jid, end: jid });
    expect(JSON.stringify(jids)).toContain(jid);
    const none = await target.ret('ret', 'get_jids', { start: NO_JID, end: NO_JID });
    expect(JSON.stringify(none)).not.toContain(jid);
  },
);

requirement(
  'raas.ret.get-load',
  { ...FILTER, text: 'get_load tells what a master published under a jid.' },
  async ({ target }) => {
    const { master } = target.minion;
    const jid = await echoed(target, 'a');
    expect(await target.reply('ret', 'get_load', { master_id: master, jid })).toMatchObject({
      fun: 'test.echo',
    });
  },
);

requirement(
  'raas.ret.get-fun',
  { ...FILTER, text: 'get_fun tells of each minion what it returned last to a function.' },
  async ({ target }) => {
    const { minion } = target.minion;
    await echoed(target, 'a');
    const returned = await target.reply('ret', 'get_fun', { fun: 'test.echo' });
    expect(Object.keys(returned)).toContain(minion);
    expect(await target.reply('ret', 'get_fun', { fun: 'saltproof.nothing' })).toEqual({});
  },
);

requirement(
  'raas.ret.get-minions',
  { ...CLIENT, text: 'get_minions lists the minions that have returned anything, by master.' },
  async ({ target }) => {
    const { minion, master } = target.minion;
    await echoed(target, 'a');
    expect((await target.reply('ret', 'get_minions'))[master]).toContain(minion);
  },
);
