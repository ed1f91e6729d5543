import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { replayable } from '../../specs/models/replayable.ts';
import { DOCUMENTED_LINE } from '../../specs/salt-lines.ts';
import { lowstates, type Chunk } from './low-data.ts';
import { logIn } from './session.ts';
import { withoutJobIds } from './without-job-ids.ts';

/* What differs between modules in front of one master is named here, and nothing else does. */

for (const { line } of PROFILES)
  test(`one lowstate has the same result by rest_cherrypy and rest_tornado, on ${line}`, async () => {
    const simulator = await startSimulator({
      salt: line,
      clock: 'virtual',
      netapi: ['cherrypy', 'tornado'],
    });
    const { cherrypy = '', tornado = '' } = simulator.urls;
    try {
      const one = inSession(cherrypy, await logIn(cherrypy));
      const other = inSession(tornado, await logIn(tornado));
      const property = fc.asyncProperty(lowstates, async (lowstate) => {
        const returns = await returnsOf(other, lowstate);
        const expected = (await returnsOf(one, lowstate)).map((value, at) =>
          byTornado(lowstate[at], value),
        );
        expect(returns.map(withoutJobIds)).toEqual(expected.map(withoutJobIds));
      });
      await fc.assert(property, replayable(100));
    } finally {
      await simulator.close();
    }
  });

test('one lowstate has the same result by rest_cherrypy and rest_wsgi, in the world of the manual', async () => {
  const simulator = await startSimulator({
    salt: DOCUMENTED_LINE,
    clock: 'virtual',
    netapi: ['cherrypy', 'wsgi'],
  });
  const { cherrypy = '', wsgi = '' } = simulator.urls;
  try {
    const one = inSession(cherrypy, await logIn(cherrypy));
    // It counts characters for bytes, so that what is not ASCII comes cut short.
    const short = lowstates.filter((lowstate) => /^[ -~]*$/.test(JSON.stringify(lowstate)));
    const property = fc.asyncProperty(short, async (lowstate) => {
      const returns = await returnsOf(withCredentials(wsgi), lowstate);
      const expected = await returnsOf(one, lowstate);
      expect(returns.map(withoutJobIds)).toEqual(expected.map(withoutJobIds));
    });
    await fc.assert(property, replayable(100));
  } finally {
    await simulator.close();
  }
});

/** A way to ask a module. */
type Ask = (lowstate: readonly Chunk[]) => Promise<Response>;

const JSON_IN = { 'Content-Type': 'application/json' } as const;

function inSession(url: string, token: string): Ask {
  const headers = { ...JSON_IN, 'X-Auth-Token': token };
  return (lowstate) => fetch(url, { method: 'POST', headers, body: JSON.stringify(lowstate) });
}

function withCredentials(url: string): Ask {
  const credentials = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };
  return (lowstate) =>
    fetch(url, {
      method: 'POST',
      headers: JSON_IN,
      body: JSON.stringify(lowstate.map((chunk) => ({ ...chunk, ...credentials }))),
    });
}

/** What stands for a chunk at which Salt raises. */
const RAISED = 'Salt raised';

/**
 * What each chunk comes to. By rest_cherrypy and rest_wsgi one at which Salt raises is all of the
 * answer, so each is asked alone then.
 */
async function returnsOf(ask: Ask, lowstate: readonly Chunk[]): Promise<unknown[]> {
  const reply = await ask(lowstate);
  const { return: returns } = (await reply.json()) as { return: unknown };
  if (reply.status === 500) {
    expect(returns).toEqual(expect.any(String));
    if (lowstate.length === 1) return [RAISED];
    const alone: unknown[] = [];
    for (const chunk of lowstate) alone.push(...(await returnsOf(ask, [chunk])));
    expect(alone).toContain(RAISED);
    return alone;
  }
  expect(reply.status).toBe(200);
  return (returns as unknown[]).map((value) => (isFailure(value) ? RAISED : value));
}

const UP = ['web1', 'web2', 'db1'];

/** What rest_tornado says where rest_cherrypy says this (rest-tornado-wsgi §3.4). */
function byTornado(chunk: Chunk | undefined, value: unknown): unknown {
  if (chunk?.client !== 'local' || value === RAISED) return value;
  const returns = Object.entries(value as object);
  if (returns.length === 0)
    return 'No minions matched the target. No command was sent, no jid was assigned.';
  // Whoever is silent is left out.
  return Object.fromEntries(returns.filter(([id]) => UP.includes(id)));
}

function isFailure(value: unknown): boolean {
  return (
    typeof value === 'string' && value.startsWith('Unexpected exception while handling request: ')
  );
}
