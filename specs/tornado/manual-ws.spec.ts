import { expect } from '@playwright/test';
import { agreed, parted } from '../manual.ts';
import { requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { ACCEPT, READY } from '../target/websocket.ts';
import { heard, opened } from './opened.ts';
import { tokenOf } from './sign-in.ts';

const ALL = '/all_events/(token)';
const FORMATTED = '/formatted_events/(token)';
const needs = ['own login', 'minion', 'websockets'] as const;

/** A path with a token of its own. */
async function withToken(target: Target, path: string): Promise<string> {
  return path.replace('(token)', tokenOf(await target.login()));
}

/** Says that a client is ready and makes calls, until one is told of as the condition wants it. */
async function told(
  target: Target,
  path: string,
  condition: (json: unknown) => boolean,
  fun = 'test.ping',
): Promise<string> {
  const websocket = await opened(target, await withToken(target, path));
  websocket.send(READY);
  const isMeant = (text: string): boolean => condition(jsonIn(text));
  return heard(target, websocket, isMeant, () => target.local(target.minion, fun));
}

/** The JSON of a message, whatever stands around it. */
function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^data: /, '')) as unknown;
  } catch {
    return undefined;
  }
}

function hasTag(json: unknown): boolean {
  return field(json, 'tag') !== undefined;
}

function hasJobs(json: unknown): boolean {
  return field(json, 'jobs') !== undefined;
}

for (const path of [ALL, FORMATTED]) {
  const [, name = ''] = path.split('/');
  const topic = name.replace('_events', '');
  requirement(
    `tornado.manual-ws.${topic}-handshake`,
    {
      ...agreed('rest_tornado', path),
      level: 'must',
      text: `A handshake at /${name} with a token in the path is answered 101, switching to websocket.`,
      needs,
    },
    async ({ target }) => {
      const { reply } = await target.websocket(await withToken(target, path));
      expect(reply.status).toBe(101);
      expect(reply.header('Upgrade')).toBe('websocket');
      expect(reply.header('Connection')).toBe('Upgrade');
      expect(reply.header('Sec-WebSocket-Accept')).toBe(ACCEPT);
    },
  );

  requirement(
    `tornado.manual-ws.${topic}-refused`,
    {
      ...agreed('rest_tornado', path),
      level: 'must',
      text: `A token that nobody has is answered with 401 at /${name}.`,
      needs,
    },
    async ({ target }) => {
      const { length } = tokenOf(await target.login());
      const { reply } = await target.websocket(`/${name}/${'0'.repeat(length)}`);
      expect(reply.status).toBe(401);
    },
  );
}

requirement(
  'tornado.manual-ws.all-events',
  {
    ...agreed('rest_tornado', ALL),
    level: 'must',
    text: 'Who has said "websocket client ready" at /all_events is sent every event as JSON of its tag and its data.',
    needs,
  },
  async ({ target }) => {
    const text = await told(target, ALL, hasTag);
    expect(keysOf(jsonIn(text)).toSorted()).toEqual(['data', 'tag']);
  },
);

requirement(
  'tornado.manual-ws.jobs',
  {
    ...agreed('rest_tornado', FORMATTED),
    level: 'must',
    text: 'Who has said so at /formatted_events is told of jobs by their jid: what ran on whom, and what each minion returned, how and whether well.',
    needs,
  },
  async ({ target }) => {
    const isDone = (json: unknown): boolean => pings(json, target.minion).length > 0;
    const json = jsonIn(await told(target, FORMATTED, isDone));
    const [job] = pings(json, target.minion);
    expect(job).toMatchObject({
      tgt: target.minion,
      tgt_type: 'glob',
      fun: 'test.ping',
      state: 'complete',
      minions: { [target.minion]: { return: true, retcode: 0, success: true } },
    });
    expect(field(json, 'jobs', String(field(job, 'jid')))).toEqual(job);
  },
);

/** The jobs of test.ping that a message tells as returned by this minion. */
function pings(json: unknown, minion: string): unknown[] {
  const jobs = field(json, 'jobs');
  return typeof jobs === 'object' && jobs !== null
    ? Object.values(jobs).filter(
        (job) =>
          field(job, 'fun') === 'test.ping' &&
          field(job, 'tgt') === minion &&
          field(job, 'minions', minion, 'return') === true,
      )
    : [];
}

requirement(
  'tornado.manual-ws.minions',
  {
    ...agreed('rest_tornado', FORMATTED),
    level: 'must',
    text: 'At /formatted_events a minion that returns its grains is told by its id, with them.',
    needs,
  },
  async ({ target }) => {
    const hasGrains = (json: unknown): boolean =>
      field(json, 'minions', target.minion, 'grains') !== undefined;
    const json = jsonIn(await told(target, FORMATTED, hasGrains, 'grains.items'));
    expect(field(json, 'minions', target.minion, 'id')).toBe(target.minion);
    expect(field(json, 'minions', target.minion, 'grains', 'id')).toBe(target.minion);
  },
);

requirement(
  'tornado.manual-ws.all-frames',
  {
    ...parted('rest_tornado', ALL, 'tornado.ws-all.frame'),
    level: 'should',
    text: 'In salt-api 0.8.4 an event at /all_events stands between "data: " and an empty line.',
    needs,
  },
  async ({ target }) => {
    expect(await told(target, ALL, hasTag)).toMatch(/^data: \{.*\}\n\n$/s);
  },
);

requirement(
  'tornado.manual-ws.formatted-frames',
  {
    ...parted('rest_tornado', FORMATTED, 'tornado.ws-formatted.frame'),
    level: 'should',
    text: 'In salt-api 0.8.4 what /formatted_events tells stands behind "data: ".',
    needs,
  },
  async ({ target }) => {
    expect(await told(target, FORMATTED, hasJobs)).toMatch(/^data: \{.*\}\n\n$/s);
  },
);
