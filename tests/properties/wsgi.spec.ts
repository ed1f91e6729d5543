import net from 'node:net';
import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { assemble } from '../../simulator/assemble.ts';
import { startSimulator } from '../../simulator/index.ts';
import { listen } from '../../simulator/listen.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import type { Netapi } from '../../simulator/netapis.ts';
import { dumps } from '../../simulator/python/json-dumps.ts';
import { replayable } from '../../specs/models/replayable.ts';
import { lowstates, type Chunk } from './low-data.ts';
import { withoutJobIds } from './without-job-ids.ts';

/*
 * rest_wsgi takes credentials in chunks, as /run of rest_cherrypy does. What they return is the same
 * where its replies arrive, and what runs is the same where they do not.
 */

const CREDENTIALS = { username: 'saltdev', password: 'saltdev', eauth: 'pam' };

interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Posts low data with credentials in each chunk, and reads until the connection ends: by its length,
 * which counts characters, a reply of rest_wsgi would end too early.
 */
async function post(url: string, lowstate: readonly Chunk[]): Promise<Answer> {
  const { hostname, port, pathname } = new URL(url);
  const body = JSON.stringify(lowstate.map((chunk) => ({ ...chunk, ...CREDENTIALS })));
  const head = [
    `POST ${pathname} HTTP/1.0`,
    'Host: localhost',
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  const socket = net.connect({ host: hostname, port: Number(port) });
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`);
  const text = Buffer.concat(await socket.toArray()).toString();
  const end = text.indexOf('\r\n\r\n');
  return { status: Number(text.split(' ')[1]), body: text.slice(end + 4) };
}

/** What stands for a chunk at which Salt raises. */
const RAISED = 'Salt raised';

/** What each chunk comes to. One at which Salt raises is all of the answer, so each is asked alone then. */
async function returnsOf(url: string, lowstate: readonly Chunk[]): Promise<unknown[]> {
  const { status, body } = await post(url, lowstate);
  if (status === 200) return (JSON.parse(body) as { return: unknown[] }).return;
  if (lowstate.length === 1) return [RAISED];
  const alone: unknown[] = [];
  for (const chunk of lowstate) alone.push(...(await returnsOf(url, [chunk])));
  expect(alone).toContain(RAISED);
  return alone;
}

test('one lowstate has the same result by rest_wsgi, where its replies arrive, and by /run', async () => {
  const simulator = await startSimulator({ salt: '0.8.4', netapi: ['cherrypy', 'wsgi'] });
  const { cherrypy = '', wsgi = '' } = simulator.urls;
  try {
    const property = fc.asyncProperty(lowstates, async (lowstate) => {
      const returns = await returnsOf(wsgi, lowstate);
      const expected = await returnsOf(`${cherrypy}/run`, lowstate);
      expect(returns.map(withoutJobIds)).toEqual(expected.map(withoutJobIds));
    });
    await fc.assert(property, replayable(100));
  } finally {
    await simulator.close();
  }
});

/** The events of low data that is sent to a module, without their stamps, job ids by their shape alone. */
async function eventsOf(salt: string, api: Netapi, lowstate: readonly Chunk[]): Promise<unknown[]> {
  const options = { salt, netapi: [api] };
  const parts = assemble(options);
  const heard: unknown[] = [];
  parts.master.events.listen(({ tag, data }) => {
    const said = dumps(data).replaceAll(/"_stamp": "[^"]*"/g, '"_stamp": "then"');
    heard.push(withoutJobIds([tag, said]));
  });
  const modules = await listen(parts, options);
  try {
    await post(`${modules.url}/run`, lowstate);
    // What runs on without anybody waiting for it comes to its end.
    await parts.virtual?.advance(60);
    return heard;
  } finally {
    await modules.close();
  }
}

for (const { line } of PROFILES)
  test(`one lowstate has the same events by rest_wsgi, whose replies break down, and by /run, on ${line}`, async () => {
    const property = fc.asyncProperty(lowstates, async (lowstate) => {
      const events = await eventsOf(line, 'wsgi', lowstate);
      expect(events).toEqual(await eventsOf(line, 'cherrypy', lowstate));
    });
    await fc.assert(property, replayable(30));
  });
