import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Reply } from '../target/reply.ts';
import type { Chunk } from '../target/user.ts';
import type { Target } from '../target/target.ts';
import { expectBreakdown } from './breakdown.ts';

const source = { observed: EVERY_LINE };

/** A runner that needs no minion, and takes so many seconds. */
function sleep(seconds: number): Chunk {
  return { client: 'runner', fun: 'test.sleep', s_time: seconds };
}

/**
 * The seconds that a server's clock moves on from one reply to the next, by their dates: no fewer than
 * a call between them takes, so one of two seconds is never seen to take one.
 */
function secondsBetween(before: Reply, after: Reply | undefined): number {
  return (dateOf(after) - dateOf(before)) / 1000;
}

function dateOf(reply: Reply | undefined): number {
  return Date.parse(reply?.header('Date') ?? '');
}

/** The seconds that a server takes to run low data. */
async function secondsOf(target: Target, ...chunks: readonly Chunk[]): Promise<number> {
  const before = await target.get('/');
  const after = await target.lowstate(chunks);
  expectBreakdown(after);
  return secondsBetween(before, after);
}

requirement(
  'wsgi.runs.chunk',
  {
    level: 'should',
    text: 'Low data is run before its reply breaks down: a call that takes two seconds is answered no sooner.',
    source,
  },
  async ({ target }) => {
    expect(await secondsOf(target, sleep(2))).toBeGreaterThanOrEqual(2);
  },
);

requirement(
  'wsgi.runs.chunks',
  {
    level: 'should',
    text: 'The chunks of low data are run one after the other before the reply breaks down: calls of one and two seconds are answered after three.',
    source,
  },
  async ({ target }) => {
    expect(await secondsOf(target, sleep(1), sleep(2))).toBeGreaterThanOrEqual(3);
  },
);

requirement(
  'wsgi.runs.lower-case-method',
  {
    level: 'may',
    text: 'A method is read without regard to case: low data that is sent by "post" is run.',
    source,
  },
  async ({ target }) => {
    const before = await target.get('/');
    const body = JSON.stringify([{ ...sleep(2), ...target.authed.login.inChunk }]);
    const { reply } = await target.sendBytes(
      `post / HTTP/1.0\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
    );
    expect(secondsBetween(before, reply)).toBeGreaterThanOrEqual(2);
  },
);
