import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import net from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import { SUMMARY } from '../summary.ts';
import { mangledRequests } from './mangled-requests.ts';

const SEED = Number(process.env['SALTPROOF_SEED'] ?? 1);
const REQUESTS = 100_000;
const BATCHES = 20;

/** Connections at once. */
const LANES = 16;

/** Milliseconds of silence after which a connection counts as never ended. */
const PATIENCE = 15_000;

/** Bytes that the memory in use may differ by from batch to batch. */
const SLACK = 3 * 1024 * 1024;

test(`${REQUESTS} raw requests end nothing, and leave no memory in use (seed ${SEED})`, async () => {
  const child = fork(fileURLToPath(new URL('simulator-process.ts', import.meta.url)), {
    execArgv: ['--expose-gc', '--import', 'tsx'],
  });
  try {
    const url = new URL(await told<string>(child));
    const requests = mangledRequests(await logIn(url));
    const inUse: number[] = [];
    const endings: Endings = { reply: 0, close: 0, silence: 0 };
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const sample = fc.sample(requests, { seed: SEED + batch, numRuns: REQUESTS / BATCHES });
      await sendAll(url, sample, endings);
      child.send('pass');
      const after = await told<{ inUse: number; defects: string[] }>(child);
      expect(after.defects).toEqual([]);
      inUse.push(after.inUse);
    }
    test.info().annotations.push({ type: SUMMARY, description: summaryOf(endings, inUse) });
    expect(endings.silence).toBe(0);
    expect(endings.reply).toBeGreaterThan(REQUESTS / 2);
    expect((await fetch(url)).status).toBe(200);
    const [afterFirst = 0, ...later] = inUse;
    expect(Math.max(...later) - afterFirst).toBeLessThan(SLACK);
  } finally {
    child.kill();
  }
});

async function told<T>(child: ChildProcess): Promise<T> {
  const [message] = (await once(child, 'message')) as [T];
  return message;
}

async function logIn(url: URL): Promise<string> {
  const body = new URLSearchParams({ username: 'guest', password: '', eauth: 'auto' });
  const reply = await fetch(new URL('/login', url), { method: 'POST', body });
  return reply.headers.get('X-Auth-Token') ?? '';
}

/** How many connections came to a reply, to an end without one, to no end at all. */
type Endings = Record<Ending, number>;
type Ending = 'reply' | 'close' | 'silence';

function summaryOf({ reply, close }: Endings, inUse: readonly number[]): string {
  const [least, most] = [Math.min(...inUse), Math.max(...inUse)].map((bytes) =>
    (bytes / 2 ** 20).toFixed(1),
  );
  return `fuzz: ${reply} of ${REQUESTS} raw requests got a reply, ${close} none; ${least} to ${most} MB in use`;
}

/** Sends each on a connection of its own, and counts what came of it. */
async function sendAll(url: URL, requests: readonly Buffer[], endings: Endings): Promise<void> {
  const rest = requests.values();
  const lane = async (): Promise<void> => {
    for (const request of rest) endings[await endingOf(url, request)] += 1;
  };
  await Promise.all(Array.from({ length: LANES }, lane));
}

function endingOf({ hostname: host, port }: URL, request: Buffer): Promise<Ending> {
  return new Promise((resolve) => {
    const socket = net.connect({ host, port: Number(port) }, () => socket.end(request));
    socket.setTimeout(PATIENCE, () => {
      resolve('silence');
      socket.destroy();
    });
    socket.once('data', (bytes) => {
      if (bytes.toString('latin1').startsWith('HTTP/1.1 ')) resolve('reply');
    });
    // Resetting the connection is an end too.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve('close'));
  });
}
