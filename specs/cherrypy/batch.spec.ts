import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import type { StreamedEvent } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';
import type { Chunk } from '../target/user.ts';
import { SERVER_ERROR } from './error-page.ts';
import { PING, runBatch } from './run-batch.ts';

const observed = { observed: EVERY_LINE };
const documented = { documented: 'rest_cherrypy, LowDataAdapter.POST', observed: EVERY_LINE };
const needs = ['local_batch', 'minion'] as const;

requirement(
  'cherrypy.batch.one-dict-a-minion',
  {
    level: 'must',
    text: 'local_batch answers a dict for each minion, where local answers one for all.',
    source: documented,
    needs: ['local_batch', 'two minions'],
  },
  async ({ target }) => {
    const tgt = target.fleet.up.slice(0, 2);
    const returned = await runBatch(target, { tgt, tgt_type: 'list' });
    const ids = returned.map((each) => Object.keys(each as object));
    expect(ids.flat().toSorted()).toEqual(tgt.toSorted());
    expect(ids.map((names) => names.length)).toEqual([1, 1]);
    expect(returned).toEqual(ids.map(([id = '']) => ({ [id]: true })));
  },
);

requirement(
  'cherrypy.batch.no-match',
  {
    level: 'should',
    text: 'local_batch on a target that nobody matches answers nothing at all: the list of returns is empty.',
    source: observed,
    needs: ['local_batch'],
  },
  async ({ target }) => {
    const reply = await target.lowstate({ ...PING, tgt: target.unique('nobody') });
    expect(reply.body).toBe('{"return": []}');
  },
);

requirement(
  'cherrypy.batch.down-minion',
  {
    level: 'should',
    text: 'A minion that does not answer the ping of a batch is left out: nothing tells of it.',
    source: observed,
    needs: ['local_batch', 'down minion'],
  },
  async ({ target }) => {
    const [down] = target.fleet.down;
    expect(await runBatch(target, { tgt: down, timeout: 1, gather_job_timeout: 1 })).toEqual([]);
  },
);

requirement(
  'cherrypy.batch.arguments',
  {
    level: 'should',
    text: 'arg and kwarg of a batch reach the function.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const call = { fun: 'test.arg', arg: ['a', 1], kwarg: { b: 'c' } };
    const [returned] = await runBatch(target, call);
    expect(field(returned, target.minion, 'args')).toEqual(['a', 1]);
    expect(field(returned, target.minion, 'kwargs', 'b')).toBe('c');
  },
);

requirement(
  'cherrypy.batch.full-return-ignored',
  {
    level: 'should',
    text: 'full_return changes nothing in what a batch answers.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(await runBatch(target, { full_return: true })).toEqual([{ [target.minion]: true }]);
  },
);

requirement(
  'cherrypy.batch.raw',
  {
    level: 'should',
    text: 'With raw a batch answers the events of the returns, tag and data, instead of the returns.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const returned = await runBatch(target, { raw: true });
    expect(returned.map((each) => Object.keys(each as object))).toEqual([['data', 'tag']]);
    const jid = String(field(returned, 0, 'data', 'jid'));
    expect(field(returned, 0, 'tag')).toBe(`salt/job/${jid}/ret/${target.minion}`);
    expect(field(returned, 0, 'data')).toMatchObject({ id: target.minion, return: true });
  },
);

requirement(
  'cherrypy.batch.failhard',
  {
    level: 'should',
    text: 'With failhard a batch ends at the first minion whose function fails.',
    source: observed,
    needs: ['local_batch', 'two minions'],
  },
  async ({ target }) => {
    const tgt = target.fleet.up.slice(0, 2);
    const chunk = { tgt, tgt_type: 'list', fun: 'saltproof.none' };
    const all = await runBatch(target, chunk);
    const first = await runBatch(target, { ...chunk, failhard: true });
    expect([all.length, first.length]).toEqual([2, 1]);
  },
);

/** Keys of a chunk that no batch can be run with, by the end of the requirement's id. */
const BROKEN: Readonly<Record<string, { readonly text: string; readonly change: Chunk }>> = {
  'wait-text': { text: 'batch_wait is a text', change: { batch_wait: 'x' } },
  'timeout-text': { text: 'timeout is a text', change: { timeout: '2' } },
  'timeout-zero': { text: 'timeout leaves no time', change: { timeout: 0 } },
  'gather-null': { text: 'gather_job_timeout is null', change: { gather_job_timeout: null } },
};

for (const [name, { text, change }] of Object.entries(BROKEN)) {
  requirement(
    `cherrypy.batch.${name}`,
    { level: 'should', text: `A batch whose ${text} is a 500.`, source: observed, needs },
    async ({ target }) => {
      const reply = await target.lowstate({ ...PING, tgt: target.minion, ...change });
      expect([reply.status, reply.body]).toEqual([500, SERVER_ERROR]);
    },
  );
}

/** The events of a batch that pings the target's minion, up to its last return, and the batch's own on lines that have some. */
async function batchEvents(target: Target, last: RegExp): Promise<readonly StreamedEvent[]> {
  const stream = await target.listen([await target.auth()]);
  const word = target.unique('word');
  await runBatch(target, { fun: 'test.echo', arg: [word] });
  const mine = (event: StreamedEvent): boolean => event.text.includes(word);
  await stream.event((event) => mine(event) && last.test(event.tag));
  return stream.events().filter(mine);
}

requirement(
  'cherrypy.batch.job-events',
  {
    level: 'should',
    text: 'The jobs of a batch go to lists of minions, whatever its target was, and their events tell of them as of others.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const events = await batchEvents(target, /\/ret\//);
    const [begun] = events.filter(({ tag }) => /^salt\/job\/\d+\/new$/.test(tag));
    expect(begun?.data.data).toMatchObject({
      tgt: [target.minion],
      tgt_type: 'list',
      fun: 'test.echo',
      minions: [target.minion],
    });
  },
);

requirement(
  'cherrypy.batch.batch-events',
  {
    level: 'should',
    text: 'Events tell of a batch under salt/batch/<jid>: new, progress when a minion is given the job and when it returns, complete; all with its whole state.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs,
  },
  async ({ target }) => {
    const events = await batchEvents(target, /\/complete$/);
    const own = events.filter(({ tag }) => tag.startsWith('salt/batch/'));
    for (const event of own) target.shape(event, 'event-batch');
    expect(own.map(({ tag }) => tag.replace(/\d+/, '<jid>'))).toEqual([
      'salt/batch/<jid>/new',
      'salt/batch/<jid>/progress',
      'salt/batch/<jid>/progress',
      'salt/batch/<jid>/complete',
    ]);
    const [, given, returned] = own.map(({ data }) => field(data.data, 'state'));
    expect(Object.keys(field(given, 'active') as object)).toEqual([target.minion]);
    expect(Object.keys(field(returned, 'done') as object)).toEqual([target.minion]);
  },
);
