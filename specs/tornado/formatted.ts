import { expect } from '@playwright/test';
import type { Shapes } from '../schema.ts';
import { jsonOf } from '../target/json-of.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';
import { READY, type Websocket } from '../target/websocket.ts';
import { heard, opened, pathOf } from './opened.ts';

/** What is told of jobs, by jid. */
export type Jobs = Shapes['ws-jobs']['jobs'];

/** What is told of one of them. */
export type ToldJob = NonNullable<Jobs[string]>;

/** What is told of minions, by id. */
export type Minions = Shapes['tornado-ws-minions']['minions'];

/** A message: JSON of one kind, and two newlines. */
export const MESSAGE = /^\{"(?:jobs|minions)": \{.*\}\}\n\n$/s;

/** Opens a formatted websocket and waits until all minions have told their grains. */
export async function formatted(target: Target): Promise<Websocket> {
  const websocket = await opened(target, await pathOf(target, 'formatted_events'));
  websocket.send(READY);
  await heard(target, websocket, () => true);
  return websocket;
}

/** The messages about jobs so far. */
export function jobsOf(target: Target, { texts }: Websocket): Jobs[] {
  return texts
    .filter((text) => text.startsWith('{"jobs": '))
    .map((text) => target.shape(jsonOf(text), 'ws-jobs').jobs);
}

function tellsOfMinions(text: string): boolean {
  return text.startsWith('{"minions": ');
}

/** The messages about minions so far. */
export function minionsOf(target: Target, { texts }: Websocket): Minions[] {
  return texts
    .filter(tellsOfMinions)
    .map((text) => target.shape(jsonOf(text), 'tornado-ws-minions').minions);
}

/**
 * Makes a call, again where the server missed its beginning, and gives what is told of its job,
 * message by message, until its minion has returned.
 */
export async function toldOf(
  target: Target,
  websocket: Websocket,
  fun: string,
  ...arg: string[]
): Promise<{ readonly jid: string; readonly told: readonly ToldJob[] }> {
  let jid = '';
  const told = (): ToldJob[] => jobsOf(target, websocket).flatMap((jobs) => jobs[jid] ?? []);
  const isWhole = (): boolean => {
    const messages = told();
    return messages[0]?.state === 'running' && messages.some(hasReturned(target.minion));
  };
  await heard(target, websocket, isWhole, async () => {
    const chunk = { client: 'local_async', tgt: target.minion, fun, arg };
    jid = String(field(await target.authed.run(chunk), 'jid'));
  });
  return { jid, told: told() };
}

const hasReturned =
  (minion: string) =>
  ({ minions }: ToldJob): boolean =>
    minions[minion]?.retcode !== undefined;

/** Fires an event, again where the server missed it, until a text comes that satisfies the condition. */
export function fired(
  target: Target,
  websocket: Websocket,
  tag: string,
  data: Readonly<Record<string, unknown>>,
  condition: (text: string) => boolean,
): Promise<string> {
  return heard(target, websocket, condition, async () => {
    expect(await target.authed.runner('event.send', { kwarg: { tag, data } })).toBe(true);
  });
}
