import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Shapes } from '../schema.ts';
import { localEvents } from '../target/call-events.ts';
import { jsonOf } from '../target/json-of.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { RECEIVED, type Websocket } from '../target/websocket.ts';
import { listening } from './listening.ts';

const source = { documented: 'rest_cherrypy, WebsocketEndpoint.GET', observed: EVERY_LINE };
const observed = { observed: EVERY_LINE };
const needs = ['ws', 'minion'] as const;

type Jobs = Shapes['ws-jobs']['jobs'];

const FORMATTED = '/ws?format_events';

/** The messages about jobs so far. */
function jobsOf(target: Target, { texts }: Websocket): Jobs[] {
  return texts
    .filter((text) => text.startsWith('{"jobs": '))
    .map((text) => target.shape(jsonOf(text), 'ws-jobs').jobs);
}

/** Runs a call and gives what is told of its job, message by message, until its minion has returned. */
async function toldOf(
  target: Target,
  websocket: Websocket,
  fun: string,
  ...arg: string[]
): Promise<{ readonly jid: string; readonly told: readonly NonNullable<Jobs[string]>[] }> {
  const job = await target.authed.run({ client: 'local_async', tgt: target.minion, fun, arg });
  const jid = String(field(job, 'jid'));
  const messages = (): NonNullable<Jobs[string]>[] =>
    jobsOf(target, websocket).flatMap((jobs) => jobs[jid] ?? []);
  await websocket.until(() => messages().some(hasReturned(target.minion)));
  expect(messages().some(hasReturned(target.minion)), 'a message with the return').toBe(true);
  return { jid, told: messages() };
}

const hasReturned =
  (minion: string) =>
  ({ minions }: NonNullable<Jobs[string]>): boolean =>
    minions[minion]?.retcode !== undefined;

requirement(
  'cherrypy.ws-formatted.jobs',
  {
    level: 'must',
    text: 'With ?format_events a call is told as bare JSON: first that it runs and for whom, then that it is complete and what came back.',
    source,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
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
  'cherrypy.ws-formatted.key-order',
  {
    level: 'should',
    text: 'A job is told as jid, start_time, minions, fun, tgt, tgt_type and state; a minion as success, return and retcode.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    const { told } = await toldOf(target, websocket, 'test.ping');
    const job = told.at(-1) ?? { minions: {} };
    expect(Object.keys(job).join(' ')).toBe('jid start_time minions fun tgt tgt_type state');
    const minion = job.minions[target.minion] ?? {};
    expect(Object.keys(minion).join(' ')).toBe('success return retcode');
  },
);

requirement(
  'cherrypy.ws-formatted.all-jobs',
  {
    level: 'should',
    text: 'Every message about jobs tells all that the listener has heard of, the earlier ones first.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    const first = await toldOf(target, websocket, 'test.ping');
    const second = await toldOf(target, websocket, 'test.ping');
    const last = Object.keys(jobsOf(target, websocket).at(-1) ?? {});
    expect(last).toContain(second.jid);
    expect(last.indexOf(first.jid)).toBeGreaterThanOrEqual(0);
    expect(last.indexOf(first.jid)).toBeLessThan(last.indexOf(second.jid));
  },
);

requirement(
  'cherrypy.ws-formatted.failure',
  {
    level: 'should',
    text: 'A job that a minion fails stays "running", though its return is told.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    const { told } = await toldOf(target, websocket, 'saltproof.no_such_function');
    const job = told.at(-1);
    expect(job?.state).toBe('running');
    expect(job?.minions[target.minion]).toMatchObject({
      success: false,
      return: "'saltproof.no_such_function' is not available.",
    });
  },
);

requirement(
  'cherrypy.ws-formatted.value-ignored',
  {
    level: 'should',
    text: 'The value of format_events counts for nothing: "false" formats too.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, '/ws?format_events=false');
    const events = websocket.texts.filter((text) => text !== RECEIVED);
    for (const text of events) expect(text).toMatch(/^\{"(jobs|minions)": /);
  },
);

requirement(
  'cherrypy.ws-formatted.grains',
  {
    level: 'should',
    text: 'What a minion returns to grains.items is told as its grains, in a list of all minions.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    await toldOf(target, websocket, 'grains.items');
    const text =
      (await websocket.text((seen) => seen.startsWith('{"minions": [{"grains"'))) ?? '{}';
    const { minions } = target.shape(jsonOf(text), 'ws-minions');
    const minion = minions.find(({ id }) => id === target.minion);
    expect(minion?.grains?.['id']).toBe(target.minion);
    expect(Object.keys(minion ?? {})).toEqual(['grains', 'id']);
  },
);

requirement(
  'cherrypy.ws-formatted.keys',
  {
    level: 'should',
    text: 'Whatever happens to a key, the list of the minions heard of is told.',
    source: observed,
    needs: ['ws', 'minion', 'wheel', 'writes'],
  },
  async ({ target }) => {
    const id = target.unique('key');
    const websocket = await listening(target, FORMATTED);
    const lists = (): string[] => websocket.texts.filter((text) => text.startsWith('{"minions": '));
    const before = lists().length;
    await target.authed.wheel('key.gen_accept', { id_: id });
    await target.authed.wheel('key.delete', { match: id });
    await websocket.until(() => lists().length > before);
    expect(lists().length).toBeGreaterThan(before);
    for (const text of lists()) target.shape(jsonOf(text), 'ws-minions');
    expect(lists().at(-1)).not.toContain(id);
  },
);

requirement(
  'cherrypy.ws-formatted.silent',
  {
    level: 'should',
    text: 'Runners put nothing on a formatted websocket.',
    source: observed,
    needs: [...needs, 'runner'],
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    const stream = await target.listen([await target.auth()]);
    const word = target.unique('word');
    await target.lowstate({ client: 'runner', fun: 'test.arg', arg: [word] });
    await stream.event(({ tag, text }) => tag.endsWith('/ret') && text.includes(word));
    await toldOf(target, websocket, 'test.ping');
    const events = websocket.texts.filter((text) => text !== RECEIVED);
    for (const text of events) expect(text).toMatch(/^\{"(jobs|minions)": /);
    expect(events.filter((text) => text.includes(word))).toEqual([]);
  },
);

requirement(
  'cherrypy.ws-formatted.deaf',
  {
    level: 'may',
    text: 'A refused publish, which fires salt/job/error, makes formatted websockets deaf: they are answered, and hear nothing any more.',
    source: observed,
    needs: [...needs, 'limited user'],
  },
  async ({ target }) => {
    const websocket = await listening(target, FORMATTED);
    const stream = await target.listen([await target.auth()]);
    const chunk = { client: 'local', tgt: target.minion, fun: 'grains.get', arg: ['os'] };
    const { status } = await target.limited.lowstate(chunk);
    if (status !== 401) throw new NotVerified('needs a user who may not call grains.get');
    await stream.event(({ tag }) => tag === 'salt/job/error');
    const { jid } = await localEvents(target);
    const answers = (): number => websocket.texts.filter((text) => text === RECEIVED).length;
    const before = answers();
    websocket.send('still there?');
    expect(await websocket.until(() => answers() > before)).toBe(true);
    expect(websocket.texts.filter((text) => text.includes(jid))).toEqual([]);
  },
);
