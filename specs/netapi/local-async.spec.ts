import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { everyModule } from './every-module.ts';
import { expectFailure } from './expect-said.ts';

const source = { documented: 'netapi, local_async client', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['minion'] as const;

everyModule(
  'local-async.job',
  {
    level: 'must',
    text: 'local_async answers at once with a job id of twenty digits and the minions that are targeted.',
    source,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local_async', tgt: target.minion, fun: 'test.ping' };
    const [job] = target.shape(await target.lowstate(chunk), 'local-async').return;
    expect(job?.minions).toEqual([target.minion]);
    // The first fourteen digits are a date and a time: each field within its bounds.
    expect(job?.jid).toMatch(/^20\d\d(0\d|1[0-2])([0-2]\d|3[01])([01]\d|2[0-3])([0-5]\d){2}\d{6}$/);
  },
);

everyModule(
  'local-async.no-match',
  {
    level: 'must',
    text: 'local_async on a target that nobody matches returns an empty dict, without a job id.',
    source,
  },
  async ({ target }) => {
    const tgt = target.unique('nobody');
    const reply = await target.lowstate({ client: 'local_async', tgt, fun: 'test.ping' });
    expect(reply.status).toBe(200);
    expect(reply.body).toBe('{"return": [{}]}');
  },
);

everyModule(
  'local-async.in-the-job-cache',
  {
    level: 'must',
    text: 'What the minions return to local_async is found under its job id.',
    source,
    needs: ['minion', 'runner'],
  },
  async ({ target }) => {
    const text = target.unique('text');
    const chunk = { client: 'local_async', tgt: target.minion, fun: 'test.echo', arg: [text] };
    const [job] = target.shape(await target.lowstate(chunk), 'local-async').return;
    for (let tries = 0; tries < 20; tries++) {
      const found = await target.authed.runner('jobs.lookup_jid', { jid: job?.jid });
      if (keysOf(found).length > 0) break;
      await target.passes(1);
    }
    expect(await target.authed.runner('jobs.lookup_jid', { jid: job?.jid })).toEqual({
      [target.minion]: text,
    });
  },
);

everyModule(
  'local-async.unknown-function',
  {
    level: 'should',
    text: 'local_async of a function that no minion has is a job like any other.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local_async', tgt: target.minion, fun: 'no_such_module.nope' };
    target.shape(await target.lowstate(chunk), 'local-async');
  },
);

everyModule(
  'local-async.jobs-of-their-own',
  {
    level: 'should',
    text: 'Each chunk of local_async is a job of its own.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const chunk = { client: 'local_async', tgt: target.minion, fun: 'test.ping' };
    const jobs = target.shape(await target.lowstate([chunk, chunk]), 'local-async').return;
    expect(new Set(jobs.map(({ jid }) => jid)).size).toBe(2);
  },
);

everyModule(
  'local-async.down-minion',
  {
    level: 'should',
    text: 'local_async names a minion that is down as targeted; whether it is up plays no part.',
    source: observed,
    needs: ['down minion'],
  },
  async ({ target }) => {
    const [down = ''] = target.fleet.down;
    const chunk = { client: 'local_async', tgt: down, fun: 'test.ping' };
    const reply = await target.lowstate(chunk);
    expect(field(target.shape(reply, 'local-async').return, 0, 'minions')).toEqual([down]);
  },
);

everyModule(
  'local-async.missing-keys',
  {
    level: 'should',
    text: 'local_async without tgt or fun fails.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    for (const chunk of [{ fun: 'test.ping' }, { tgt: target.minion }]) {
      const reply = await target.lowstate({ client: 'local_async', ...chunk });
      expectFailure(target, reply);
    }
  },
);
