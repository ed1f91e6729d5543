import type { Header } from '../../../report/result.ts';
import { NotVerified } from '../../not-verified.ts';
import type { Schemas } from '../../schema.ts';
import type { Reply } from '../reply.ts';
import { field } from '../return-of.ts';
import type { Bridge } from './bridge.ts';
import { RAAS_CAPABILITIES } from './capabilities.ts';
import { mayChange } from './changes.ts';
import { batchOf, envelopeOf, type BatchEnvelope, type Envelope } from './envelope.ts';
import { callBody, callWords, type Given, type RpcCall } from './rpc-call.ts';
import { RpcFailure } from './rpc-failure.ts';
import { sessionHeaders, type Session } from './session.ts';

/** What callers of a run have in common. */
export interface Calling {
  readonly bridge: Bridge;
  readonly schemas: Schemas;
  /** Whether the run may change things. */
  readonly canWrite: boolean;
  /** Is told of each call that succeeded. */
  onSuccess(call: RpcCall): void;
}

/** Somebody signed in one way, who makes calls. */
export class Caller {
  readonly #calling: Calling;
  readonly #session: () => Promise<Session>;
  #riq = 0;

  constructor(calling: Calling, session: () => Promise<Session>) {
    this.#calling = calling;
    this.#session = session;
  }

  /** The headers that every call carries. */
  async headers(): Promise<Header[]> {
    return sessionHeaders(await this.#session());
  }

  /** Posts anything to /rpc: an object as JSON, a text with a Content-Type of its own as it is. */
  async post(body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    return this.#calling.bridge.post('/rpc', body, [...(await this.headers()), ...headers]);
  }

  /**
   * Calls a method, by keyword or by position, and gives the envelope, be there an error in it or not.
   *
   * @throws NotVerified where it may change something, and the run must not
   */
  async rpc(resource: string, method: string, given: Given = {}): Promise<Envelope> {
    const call = { resource, method, given };
    this.#expectAllowed(call);
    const envelope = envelopeOf(await this.post(this.#body(call)), this.#calling.schemas);
    if (hasWorked(envelope)) this.#calling.onSuccess(call);
    return envelope;
  }

  /**
   * What a call that must succeed returns.
   *
   * @throws RpcFailure with the error that came instead
   */
  async ret(resource: string, method: string, given: Given = {}): Promise<unknown> {
    const { ret, error } = await this.rpc(resource, method, given);
    if (error === null) return ret;
    throw new RpcFailure(
      `${callWords({ resource, method, given })} must succeed, and came back with ${JSON.stringify(error).slice(0, 800)}`,
    );
  }

  /** Makes several calls in one request. */
  async batch(calls: readonly RpcCall[]): Promise<BatchEnvelope> {
    for (const call of calls) this.#expectAllowed(call);
    const bodies = calls.map((call) => this.#body(call));
    const answer = batchOf(await this.post(bodies), this.#calling.schemas);
    for (const [at, call] of calls.entries())
      if (hasWorked(answer.ret[at])) this.#calling.onSuccess(call);
    return answer;
  }

  #body(call: RpcCall): object {
    this.#riq += 1;
    return callBody(call, this.#riq);
  }

  #expectAllowed(call: RpcCall): void {
    if (this.#calling.canWrite || !mayChange(call)) return;
    throw new NotVerified(`needs ${RAAS_CAPABILITIES.writes.what}`);
  }
}

/** Whether a call did what it was to do; what deletes tells 0 where there was nothing to delete. */
function hasWorked(envelope: Envelope | undefined): boolean {
  return envelope?.error === null && field(envelope, 'ret') !== 0;
}
