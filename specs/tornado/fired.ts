import { expect } from '@playwright/test';
import type { Header } from '../../report/result.ts';
import type { EventStream, StreamedEvent } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';

/** Times that an event is fired at the most, and the milliseconds that each may be on its way. */
const TRIES = 3;
const PATIENCE = 3_000;

/** What is sent to /hook. */
export interface Hook {
  readonly body?: string;
  readonly headers?: readonly Header[];
  /** What follows the unique part of the path: another segment, a query. */
  readonly rest?: string;
}

/** An event of a hook, and the unique part of its path. */
export interface FiredEvent extends StreamedEvent {
  readonly name: string;
}

/**
 * Posts to a hook and gives the event that a listener gets of it.
 *
 * rest_tornado loses events that come close behind another, so one that does not come is fired
 * again, under another name.
 */
export async function fired(target: Target, hook: Hook = {}): Promise<FiredEvent> {
  const stream = await target.listen([await target.auth()]);
  await stream.until(({ text }) => text.length > 0);
  return firedInto(target, stream, hook);
}

/** The same into a stream that is open already. */
export async function firedInto(
  target: Target,
  stream: EventStream,
  { body = '{}', headers = [['Content-Type', 'application/json']], rest = '' }: Hook = {},
): Promise<FiredEvent> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const name = target.unique('hook');
    const auth = await target.auth();
    const reply = await target.post(`/hook/${name}${rest}`, body, [...headers, auth]);
    expect(reply.status).toBe(200);
    const tag = `salt/netapi/hook/${name}`;
    const event = await stream.event((seen) => seen.tag.startsWith(tag), PATIENCE);
    if (event !== undefined) return { ...event, name };
  }
  expect(undefined, 'an event of the hook').toBeDefined();
  throw new Error('unreachable');
}
