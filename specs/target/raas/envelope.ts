import { SchemaMismatch } from '../../schema-mismatch.ts';
import type { Schemas, Shapes } from '../../schema.ts';
import type { Reply } from '../reply.ts';

/** What every call comes back in: `riq`, `ret`, `error`, `warnings`. */
export type Envelope = Shapes['rpc-envelope'];

/** What a list of calls comes back in. */
export type BatchEnvelope = Shapes['rpc-batch'];

/**
 * The envelope of a reply to a call. An error of the call is inside: HTTP says 200 to it.
 *
 * @throws SchemaMismatch where it is none
 */
export function envelopeOf(reply: Reply, schemas: Schemas): Envelope {
  expectOk(reply);
  return schemas.expect(reply.json(), 'rpc-envelope');
}

/** The same of a reply to a list of calls. */
export function batchOf(reply: Reply, schemas: Schemas): BatchEnvelope {
  expectOk(reply);
  return schemas.expect(reply.json(), 'rpc-batch');
}

function expectOk({ status, reason, body }: Reply): void {
  if (status !== 200)
    throw new SchemaMismatch(
      `A call is answered with 200, its errors too, not with ${status} ${reason}: ${JSON.stringify(body.slice(0, 400))}`,
    );
}
