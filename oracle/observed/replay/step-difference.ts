import { eventDifference } from '../event-order.ts';
import { bytesOf } from '../observed-body.ts';
import type {
  ObservedBody,
  ObservedExchange,
  ObservedRaw,
  ObservedReply,
  ObservedStep,
  ObservedStream,
} from '../observed.ts';

/**
 * What a step brought that it should not have, in a sentence; undefined where it is equal: status
 * and reason, headers in order, body to the byte.
 */
export function stepDifference(
  expected: ObservedStep,
  actual: ObservedStep | undefined,
): string | undefined {
  if (actual?.kind !== expected.kind) return 'the step was not made';
  if (expected.kind === 'passes') return undefined;
  if (expected.kind === 'raw') return rawDifference(expected, actual as ObservedRaw);
  if (expected.kind === 'exchange')
    return replyDifference(expected.reply, (actual as ObservedExchange).reply);
  return streamDifference(expected, actual as ObservedStream);
}

function rawDifference(expected: ObservedRaw, actual: ObservedRaw): string | undefined {
  return (
    bodyDifference(expected.received, actual.received) ??
    valueDifference('ended by', expected.endedBy, actual.endedBy)
  );
}

function streamDifference(expected: ObservedStream, actual: ObservedStream): string | undefined {
  const mayGoOn = expected.endedBy === 'suite';
  return (
    replyDifference(expected.reply, actual.reply) ??
    eventDifference(expected.events, actual.events, mayGoOn) ??
    (mayGoOn ? undefined : valueDifference('ended by', expected.endedBy, actual.endedBy))
  );
}

function replyDifference(
  expected: ObservedReply | undefined,
  actual: ObservedReply | undefined,
): string | undefined {
  if (expected === undefined || actual === undefined)
    return valueDifference('reply', expected?.status ?? 'none', actual?.status ?? 'none');
  return (
    valueDifference('status', expected.status, actual.status) ??
    valueDifference('headers', expected.headers.join('\n'), actual.headers.join('\n')) ??
    bodyDifference(expected.body, actual.body)
  );
}

function bodyDifference(
  expected: ObservedBody | undefined = '',
  actual: ObservedBody | undefined = '',
): string | undefined {
  const heads = [expected, actual].map((body) =>
    typeof body === 'object' && 'header' in body ? body.header : 'none',
  );
  return (
    valueDifference('gzip header', heads[0] ?? '', heads[1] ?? '') ??
    valueDifference('body', textOf(expected), textOf(actual))
  );
}

function textOf(body: ObservedBody): string {
  return bytesOf(body).toString('latin1');
}

/** Characters before the first difference that are shown for orientation, and after it. */
const BEFORE = 60;
const AFTER = 160;

function valueDifference(what: string, expected: string, actual: string): string | undefined {
  if (expected === actual) return undefined;
  let at = 0;
  while (expected[at] === actual[at]) at += 1;
  const from = Math.max(0, at - BEFORE);
  const [wanted, got] = [expected, actual].map((text) =>
    JSON.stringify(Buffer.from(text.slice(from, at + AFTER), 'latin1').toString()),
  );
  return `${what} from character ${from}: expected ${wanted}, got ${got}`;
}
