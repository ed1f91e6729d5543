import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { closePayload, OPCODE } from '../target/websocket-frame.ts';
import { fired, formatted, jobsOf, MESSAGE, toldOf } from './formatted.ts';
import { jsonOf } from '../target/json-of.ts';

const source = { documented: 'rest_tornado, Formatted Events', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['websockets', 'minion'] as const;

/** A job that nobody has started. */
const JID = '20140609153646700315';

requirement(
  'tornado.ws-formatted.jobs',
  {
    level: 'must',
    text: 'A call is told first as running and for whom, then as complete and with what came back.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const word = target.unique('word');
    const { jid, told } = await toldOf(target, websocket, 'test.echo', word);
    const { minion } = target;
    const common = { jid, fun: 'test.echo', tgt: minion, tgt_type: 'glob' };
    expect(told[0]).toMatchObject({ ...common, state: 'running' });
    expect(told[0]?.minions).toEqual({ [minion]: { success: false } });
    expect(told.at(-1)).toMatchObject({ ...common, state: 'complete' });
    expect(told.at(-1)?.minions).toEqual({ [minion]: { success: true, return: word, retcode: 0 } });
  },
);

requirement(
  'tornado.ws-formatted.frame',
  {
    level: 'must',
    text: 'A message is one text frame: JSON of jobs or of minions, without a prefix, and two newlines.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    await toldOf(target, websocket, 'test.ping');
    for (const { opcode, isFinal, payload } of websocket.frames) {
      expect([opcode, isFinal]).toEqual([OPCODE.text, true]);
      expect(payload.toString()).toMatch(MESSAGE);
    }
  },
);

requirement(
  'tornado.ws-formatted.key-order',
  {
    level: 'should',
    text: 'A job is told as jid, start_time, minions, fun, tgt, tgt_type and state; a minion as success, return and retcode.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const { told } = await toldOf(target, websocket, 'test.ping');
    const job = told.at(-1) ?? { minions: {} };
    expect(Object.keys(job).join(' ')).toBe('jid start_time minions fun tgt tgt_type state');
    const minion = job.minions[target.minion] ?? {};
    expect(Object.keys(minion).join(' ')).toBe('success return retcode');
  },
);

requirement(
  'tornado.ws-formatted.all-jobs',
  {
    level: 'should',
    text: 'Every message about jobs tells all that the listener has heard of, the earlier ones first.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const first = await toldOf(target, websocket, 'test.ping');
    const second = await toldOf(target, websocket, 'test.ping');
    const last = Object.keys(jobsOf(target, websocket).at(-1) ?? {});
    expect(last).toContain(second.jid);
    expect(last.indexOf(first.jid)).toBeGreaterThanOrEqual(0);
    expect(last.indexOf(first.jid)).toBeLessThan(last.indexOf(second.jid));
  },
);

requirement(
  'tornado.ws-formatted.failure',
  {
    level: 'should',
    text: 'A job that a minion fails stays "running", though its return is told.',
    source: observed,
    needs: [...needs, 'runner'],
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const id = target.unique('minion');
    const about = { jid: JID, fun: 'test.echo', tgt: id, tgt_type: 'glob' };
    const begun = { ...about, arg: [], user: 'saltproof', minions: [id] };
    await fired(target, websocket, `saltproof/job/${JID}/new`, begun, (text) => text.includes(id));
    const failed = { jid: JID, fun: 'test.echo', id, return: 'no', retcode: 1, success: false };
    const tag = `saltproof/job/${JID}/ret/${id}`;
    await fired(target, websocket, tag, failed, (text) => text.includes('"retcode": 1'));
    const job = jobsOf(target, websocket).at(-1)?.[JID];
    expect(job).toMatchObject({ ...about, state: 'running' });
    expect(job?.minions).toEqual({ [id]: { success: false, return: 'no', retcode: 1 } });
  },
);

requirement(
  'tornado.ws-formatted.asks-for-grains',
  {
    level: 'should',
    text: 'When a client is ready all minions are asked for their grains, by a job of its user.',
    source: { ...observed, documented: 'rest_tornado, Formatted Events' },
    needs: [...needs, 'runner'],
  },
  async ({ target }) => {
    // Some lines cannot search for a function, where a job has several.
    const jids = async (): Promise<string[]> => {
      const jobs = await target.authed.runner('jobs.list_jobs', { search_target: '*' });
      const known = Object.keys(jobs ?? {});
      return known.filter((jid) => field(jobs, jid, 'Function') === 'grains.items');
    };
    const before = await jids();
    await formatted(target);
    const [jid, ...more] = (await jids()).filter((each) => !before.includes(each));
    expect(jid).toMatch(/^\d{20}$/);
    expect(more).toEqual([]);
  },
);

/** Whether a message tells that the job that nobody has started is complete; of other jobs it may tell, too. */
function tellsOfEnd(text: string): boolean {
  return (
    text.startsWith('{"jobs": ') && field(jsonOf(text).json(), 'jobs', JID, 'state') === 'complete'
  );
}

requirement(
  'tornado.ws-formatted.unknown-job',
  {
    level: 'should',
    text: 'Of a job that began before the listener its returns alone are told, and that it is complete once none has failed; what a tag begins with does not matter.',
    source: observed,
    needs: [...needs, 'runner'],
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const minion = target.unique('minion');
    const data = { fun: 'test.echo', return: 'here', retcode: 1, success: false };
    const tag = `saltproof/job/${JID}/ret/${minion}`;
    await fired(target, websocket, tag, data, (text) => text.includes(minion));
    expect(jobsOf(target, websocket).at(-1)?.[JID]).toEqual({
      minions: { [minion]: { return: 'here', retcode: 1, success: false } },
    });
    const end = await fired(target, websocket, tag, { ...data, success: true }, tellsOfEnd);
    expect(keysOf(field(jsonOf(end).json(), 'jobs', JID))).toEqual(['minions', 'state']);
  },
);

requirement(
  'tornado.ws-formatted.silent',
  {
    level: 'should',
    text: 'Runners, and events with other tags, put nothing on the websocket.',
    source: observed,
    needs: [...needs, 'runner'],
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    const word = target.unique('word');
    for (const tag of ['saltproof', 'saltproof/other', `saltproof/job/${JID}/prog/x/1`])
      await target.authed.runner('event.send', { kwarg: { tag, data: { word } } });
    await target.authed.runner('test.arg', { arg: [word] });
    await toldOf(target, websocket, 'test.ping');
    expect(websocket.texts.filter((text) => text.includes(word))).toEqual([]);
    expect(websocket.hasEnded).toBe(false);
  },
);

requirement(
  'tornado.ws-formatted.reads-no-more',
  {
    level: 'should',
    text: 'Once events are told, no frame is read any more: no ping is answered, and no close frame.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await formatted(target);
    websocket.sendFrame(OPCODE.ping, 'anybody there?');
    websocket.sendFrame(OPCODE.close, closePayload(1000));
    await toldOf(target, websocket, 'test.ping');
    expect(websocket.hasEnded).toBe(false);
    for (const { opcode } of websocket.frames) expect(opcode).toBe(OPCODE.text);
  },
);
