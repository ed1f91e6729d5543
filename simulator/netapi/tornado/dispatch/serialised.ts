import type { PyValue } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import type { Reply } from '../web/reply.ts';

/** A reply that holds a value in the format that the client wants. */
export function serialised({ writer }: Exchange, value: PyValue, status = 200): Reply {
  return { status, contentType: writer.contentType, body: writer.write(value) };
}
