import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { Target } from '../target/target.ts';
import { DOCUMENTED, MANUAL } from './documented.ts';

const source = { documented: MANUAL };

function ping(tgt: string): { client: string; tgt: string; fun: string } {
  return { client: 'local', tgt, fun: 'test.ping' };
}

requirement(
  'wsgi.local.credentials-in-chunk',
  {
    level: 'should',
    text: 'POST / with low data in JSON, credentials in its chunk, answers 200 and what each minion returned.',
    source,
    needs: ['minion'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { minion } = target;
    const reply = await target.lowstate(ping(minion));
    expect(`${reply.status} ${reply.reason}`).toBe('200 OK');
    expect(reply.body).toBe(`{"return": [{"${minion}": true}]}`);
  },
);

requirement(
  'wsgi.local.two-chunks',
  {
    level: 'should',
    text: 'What the chunks of low data return stands in a list, in their order.',
    source,
    needs: ['minion'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { minion } = target;
    const echo = { client: 'local', tgt: minion, fun: 'test.echo', arg: ['a'] };
    const reply = await target.lowstate([ping(minion), echo]);
    expect(reply.json()).toEqual({ return: [{ [minion]: true }, { [minion]: 'a' }] });
  },
);

requirement(
  'wsgi.local.async',
  {
    level: 'should',
    text: 'local_async answers with the id of the job and the minions that it is for.',
    source,
    needs: ['minion'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { minions, jid } = await startPing(target);
    expect(minions).toEqual([target.minion]);
    expect(jid).toMatch(/^\d{20}$/);
  },
);

requirement(
  'wsgi.local.lookup',
  {
    level: 'should',
    text: 'The runner jobs.lookup_jid answers with what the minions returned to a job, by its id.',
    source,
    needs: ['minion', 'runner'],
    ...DOCUMENTED,
  },
  async ({ target }) => {
    const { jid } = await startPing(target);
    const lookup = { client: 'runner', fun: 'jobs.lookup_jid', jid };
    await expect
      .poll(async () => (await target.lowstate(lookup)).json())
      .toEqual({ return: [{ [target.minion]: true }] });
  },
);

async function startPing(target: Target): Promise<{ jid: string; minions: string[] }> {
  const chunk = { ...ping(target.minion), client: 'local_async' };
  const reply = await target.lowstate(chunk);
  expect(reply.status).toBe(200);
  const { return: returns } = reply.json() as { return: { jid: string; minions: string[] }[] };
  const [started] = returns;
  expect(started).toBeDefined();
  return started ?? { jid: '', minions: [] };
}
