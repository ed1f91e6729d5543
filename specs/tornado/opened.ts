import { expect } from '@playwright/test';
import { field, firstReturn } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { READY, type Websocket } from '../target/websocket.ts';
import { OPCODE, type FrameChanges } from '../target/websocket-frame.ts';

/** The two websockets, by what their paths begin with. */
export type Kind = 'all_events' | 'formatted_events';

/** Both. */
export const KINDS: readonly Kind[] = ['all_events', 'formatted_events'];

/** Milliseconds to wait for the events of one call. */
const PATIENCE = 2_000;

/** Calls after which a websocket is taken for deaf. */
const MOST_CALLS = 10;

/** The path of a websocket for the run's user. */
export async function pathOf(target: Target, kind: Kind = 'all_events'): Promise<string> {
  const [, token] = await target.auth();
  return `/${kind}/${token}`;
}

/** A token of its own, and the seconds that it lives. */
export async function ownToken(target: Target): Promise<{ token: string; life: number }> {
  const session = firstReturn(await target.login());
  const life = Number(field(session, 'expire')) - Number(field(session, 'start'));
  return { token: String(field(session, 'token')), life };
}

/** Opens a websocket. */
export async function opened(target: Target, path?: string): Promise<Websocket> {
  const websocket = await target.websocket(path ?? (await pathOf(target)));
  expect(websocket.reply.status).toBe(101);
  return websocket;
}

/** A frame to be sent. */
export type SentFrame = readonly [opcode: number, payload: Buffer | string, changes?: FrameChanges];

/** Sends frames over a websocket of their own. */
export async function sent(target: Target, ...frames: readonly SentFrame[]): Promise<Websocket> {
  const websocket = await opened(target);
  for (const frame of frames) websocket.sendFrame(...frame);
  return websocket;
}

/** Expects that a websocket still answers, with nothing before the answer. */
export async function expectAnswering(websocket: Websocket): Promise<void> {
  websocket.sendFrame(OPCODE.ping, 'still there?');
  await websocket.until(({ frames }) => frames.length > 0);
  expect(websocket.frames.map(({ opcode, payload }) => [opcode, payload.toString()])).toEqual([
    [OPCODE.pong, 'still there?'],
  ]);
}

/** Expects that a connection ends, and what came before that. */
export async function expectEnded(websocket: Websocket, bytes = ''): Promise<void> {
  expect(await websocket.ended()).toBe(true);
  expect(websocket.bytes.toString('hex')).toBe(bytes);
}

/**
 * Opens a websocket that hears: nothing tells when the server has begun to listen, so calls are made
 * until one is heard of.
 */
export async function listening(target: Target, path?: string): Promise<Websocket> {
  const websocket = await opened(target, path);
  websocket.send(READY);
  await heard(target, websocket, () => true);
  return websocket;
}

/** Makes calls until a text comes of one of them that satisfies the condition: a server may miss events in a burst. */
export async function heard(
  target: Target,
  websocket: Websocket,
  condition: (text: string) => boolean,
  call: () => Promise<unknown> = () => target.local(target.minion, 'test.ping'),
): Promise<string> {
  for (let calls = 0; calls < MOST_CALLS; calls += 1) {
    await call();
    const text = await websocket.text(condition, PATIENCE);
    if (text !== undefined) return text;
  }
  expect(websocket.texts.filter(condition), 'texts of events').not.toEqual([]);
  return '';
}
