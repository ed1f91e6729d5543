import type {
  RecordedBytesExchange,
  RecordedExchange,
  RecordedStream,
} from '../../../specs/recording.ts';
import { bytesOf, linesOf } from '../observed-body.ts';
import type { Normaliser } from './normaliser.ts';
import type {
  ObservedExchange,
  ObservedRaw,
  ObservedRequest,
  ObservedStream,
} from '../observed.ts';
import { eventsOf } from '../server-sent-events.ts';

/** A recorded exchange, normalised. */
export function observeExchange(step: RecordedExchange, normaliser: Normaliser): ObservedExchange {
  const request = normaliser.request(step.request);
  return {
    kind: 'exchange',
    ...request,
    ...(step.reply && { reply: normaliser.reply(step.reply) }),
  };
}

/** What a bare connection sent and got, normalised. */
export function observeRaw(step: RecordedBytesExchange, normaliser: Normaliser): ObservedRaw {
  const sent = typeof step.sent === 'string' ? linesOf(normaliser.sent(step.sent)) : step.sent;
  const { endedBy } = step;
  const isUnanswered = step.received === '' && endedBy === 'suite';
  const received = normaliser.raw(step.received);
  return { kind: 'raw', sent, received, endedBy, ...(isUnanswered && { unanswered: true }) };
}

/**
 * A recorded stream, normalised. Its request and head are taken when it opens, what came over it
 * when it ends: what happened beside it has its placeholders first.
 */
export function observeStream(
  step: Pick<RecordedStream, 'request' | 'reply'>,
  normaliser: Normaliser,
): (end: Pick<RecordedStream, 'chunks' | 'endedBy'>, beside: number) => ObservedStream {
  const request: ObservedRequest = normaliser.request(step.request);
  const head = step.reply && normaliser.head(step.reply);
  return ({ chunks, endedBy }, beside) => {
    const text = Buffer.concat(chunks.map(bytesOf)).toString();
    const isStream = step.reply?.headers.some(([, value]) => value.startsWith('text/event-stream'));
    if (isStream === true)
      return {
        kind: 'stream',
        ...request,
        beside,
        ...(head && { reply: head }),
        events: eventsOf(text, normaliser),
        endedBy,
      };
    const body = linesOf(normaliser.received(text));
    return {
      kind: 'stream',
      ...request,
      beside,
      ...(head && { reply: { ...head, body } }),
      events: [],
      // A refusal has an end of its own, whoever closes first.
      endedBy: 'target',
    };
  };
}
