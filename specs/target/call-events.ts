import { expect } from '@playwright/test';
import type { EventStream, StreamedEvent } from './event-stream.ts';
import type { Target } from './target.ts';
import type { Chunk } from './user.ts';

/** What one call put on the bus, as a listener saw it. */
export interface CallEvents {
  readonly jid: string;
  /** The events with the jid in their tag, in order. */
  readonly events: readonly StreamedEvent[];
  /** Their tags without the jid and what stands before it: `new`, `ret/web1`; empty for the bare jid. */
  readonly parts: readonly string[];
  /** The event of a part; a failed expectation where it did not come. */
  readonly part: (name: string) => StreamedEvent;
}

/**
 * Runs a local call while listening, and gives its events up to the return of every minion named.
 *
 * The call carries a unique word, by which it is told from what others do on the same master;
 * further arguments follow it.
 */
export async function localEvents(
  target: Target,
  { arg = [], ...changes }: Chunk & { readonly arg?: readonly unknown[] } = {},
  minions: readonly string[] = [target.minion],
): Promise<CallEvents> {
  const word = target.unique('word');
  const stream = await target.listen([await target.auth()]);
  const chunk = { client: 'local', tgt: target.minion, fun: 'test.arg', arg: [word, ...arg] };
  await target.lowstate({ ...chunk, ...changes });
  const begun = await stream.event((event) => event.tag.endsWith('/new') && says(event, word));
  return callEvents(
    stream,
    jidOf(begun),
    minions.map((id) => `ret/${id}`),
  );
}

/** Waits for these parts of a call, and gives all that came by then. */
export async function callEvents(
  stream: EventStream,
  jid: string,
  parts: readonly string[],
): Promise<CallEvents> {
  const of = ({ tag }: StreamedEvent): boolean => tag.split('/').includes(jid);
  const partOf = ({ tag }: StreamedEvent): string =>
    tag
      .split('/')
      .slice(tag.split('/').indexOf(jid) + 1)
      .join('/');
  await stream.until((seen) => {
    const come = seen.events().filter(of).map(partOf);
    return parts.every((part) => come.includes(part));
  });
  const events = stream.events().filter(of);
  return {
    jid,
    events,
    parts: events.map(partOf),
    part: (name) => {
      const found = events.find((event) => partOf(event) === name);
      expect(found, `an event ${name} of ${jid}`).toBeDefined();
      return found as StreamedEvent;
    },
  };
}

/** Whether a word stands anywhere in an event's data. */
export function says({ text }: StreamedEvent, word: string): boolean {
  return text.includes(JSON.stringify(word));
}

/** The jid within an event's data; a failed expectation where the event did not come. */
export function jidOf(event: StreamedEvent | undefined): string {
  expect(event, 'the event that tells of the call').toBeDefined();
  return String(event?.data.data['jid']);
}
