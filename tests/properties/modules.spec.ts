import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { startSimulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { replayable } from '../../specs/models/replayable.ts';
import { lowstates, type Chunk } from './low-data.ts';
import { logIn } from './session.ts';

/* What differs between modules in front of one master is named here, and nothing else does. */

for (const { line } of PROFILES)
  test(`one lowstate has the same result by every module of salt-api, on ${line}`, async () => {
    const simulator = await startSimulator({
      salt: line,
      clock: 'virtual',
      netapi: ['cherrypy', 'tornado'],
    });
    const { cherrypy = '', tornado = '' } = simulator.urls;
    try {
      const tokens = { cherrypy: await logIn(cherrypy), tornado: await logIn(tornado) };
      const property = fc.asyncProperty(lowstates, async (lowstate) => {
        const returns = await returnsOf(tornado, tokens.tornado, lowstate);
        const expected = await returnsOf(cherrypy, tokens.cherrypy, lowstate);
        expect(returns.map(withoutJobId)).toEqual(
          expected.map((value, at) => withoutJobId(byTornado(lowstate[at], value))),
        );
      });
      await fc.assert(property, replayable(100));
    } finally {
      await simulator.close();
    }
  });

/** What stands for a chunk at which Salt raises. */
const RAISED = 'Salt raised';

/** What each chunk comes to. By rest_cherrypy one at which Salt raises is all of the answer, so each is asked alone then. */
async function returnsOf(
  url: string,
  token: string,
  lowstate: readonly Chunk[],
): Promise<unknown[]> {
  const headers = { 'Content-Type': 'application/json', 'X-Auth-Token': token };
  const reply = await fetch(url, { method: 'POST', headers, body: JSON.stringify(lowstate) });
  const { return: returns } = (await reply.json()) as { return: unknown };
  if (reply.status === 500) {
    expect(returns).toBe('An unexpected error occurred');
    if (lowstate.length === 1) return [RAISED];
    const alone: unknown[] = [];
    for (const chunk of lowstate) alone.push(...(await returnsOf(url, token, [chunk])));
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

/** A value in which each job id, that no two jobs have in common, is told by its shape alone. */
function withoutJobId(value: unknown): unknown {
  const text = JSON.stringify(value);
  return JSON.parse(text.replaceAll(/20\d{18}/g, 'a job id'));
}
