import type { Header } from '../../../report/result.ts';
import type { Finding } from '../../finding.ts';
import { NotVerified } from '../../not-verified.ts';
import type { RaasCredentials, RaasRunOptions } from '../../run-options.ts';
import { Schemas, type SchemaName, type Shapes } from '../../schema.ts';
import type { AnyTarget } from '../any-target.ts';
import type { AnyCapability } from '../capabilities.ts';
import { ExchangeLog } from '../exchange-log.ts';
import { explorationProblem } from '../exploration-problem.ts';
import { HttpClient } from '../http.ts';
import { Redactor } from '../redact.ts';
import type { Reply } from '../reply.ts';
import { Requests } from '../requests.ts';
import { UniqueNames } from '../unique-names.ts';
import { Bridge } from './bridge.ts';
import type { Caller } from './caller.ts';
import { Callers, type Who } from './callers.ts';
import type { RaasCapability } from './capabilities.ts';
import type { BatchEnvelope, Envelope } from './envelope.ts';
import { exploreRaas, type AttachedMinion, type RaasSurroundings } from './explore.ts';
import { MethodReplies, type Method, type ReplyOf, type Resource } from './method-replies.ts';
import type { Given, RpcCall } from './rpc-call.ts';
import type { Way } from './session.ts';
import { undoOf, Undos } from './undo.ts';
import { xsrfHeaders } from './xsrf.ts';

/** Begins every name that the suite gives to something on a server. */
const NAMES = 'saltproof';

/** A RaaS as requirements see it: what it has, ways to call it, and what must be taken away again. */
export class RaasTarget implements AnyTarget {
  readonly options: RaasRunOptions;
  readonly redactor: Redactor;
  /** The HTTP bridge itself, for requests that are no calls. */
  readonly bridge: Bridge;
  readonly #client: HttpClient;
  readonly #requests: Requests;
  readonly #callers: Callers;
  readonly #names: UniqueNames;
  readonly #schemas = new Schemas();
  readonly #replies = new MethodReplies();
  readonly #undos = new Undos();
  #log: ExchangeLog;
  #surroundings: RaasSurroundings | undefined;
  #problem: Finding | undefined;

  /** @param name tells this view of the target from those of other workers and runs */
  constructor(url: string, options: RaasRunOptions, name = options.runId) {
    this.options = options;
    this.#names = new UniqueNames(name);
    this.redactor = new Redactor(options);
    this.#log = new ExchangeLog(this.redactor);
    this.#client = new HttpClient(url, options.tls, options.replyTimeout * 1000);
    this.#requests = new Requests((request) => this.#client.send(request, this.#log));
    this.bridge = new Bridge(this.#requests);
    const calling = {
      bridge: this.bridge,
      schemas: this.#schemas,
      canWrite: options.allow.includes('writes'),
      onSuccess: (call: RpcCall) => this.#undos.succeeded(call),
    };
    this.#callers = new Callers(calling, options);
  }

  /** @throws NotVerified where the run was given a token only */
  get credentials(): RaasCredentials {
    return this.#callers.credentials;
  }

  /**
   * A minion whose key is accepted.
   *
   * @throws NotVerified where there is none
   */
  get minion(): AttachedMinion {
    const [first] = this.#known.minions;
    if (first !== undefined) return first;
    throw new NotVerified('needs a minion whose key is accepted');
  }

  /** Ids of the masters that are attached. */
  get masters(): readonly string[] {
    return this.#known.masters;
  }

  has(capability: AnyCapability): boolean {
    return this.#known.capabilities.has(capability as RaasCapability);
  }

  /** Gets to know the target, once, beside the log: evidence holds nothing but what requirements do. */
  async explore(): Promise<Finding | undefined> {
    if (this.#surroundings !== undefined || this.#problem !== undefined) return this.#problem;
    this.#log = new ExchangeLog(this.redactor);
    try {
      const callerBy = (way: Way): Caller => this.as(way);
      this.#surroundings = await exploreRaas(this.#requests, this.bridge, callerBy, this.options);
    } catch (error) {
      this.#problem = explorationProblem(error, this.redactor);
    }
    return this.#problem;
  }

  begin(): ExchangeLog {
    this.#log = new ExchangeLog(this.redactor);
    return this.#log;
  }

  /** Takes away what a requirement saved, in a log of its own: it is no evidence. */
  async end(): Promise<readonly string[]> {
    this.#log = new ExchangeLog(this.redactor);
    return this.#undos.run(({ resource, method, given }) => this.rpc(resource, method, given));
  }

  forgetSessions(): void {
    this.#callers.forget();
  }

  get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.bridge.get(path, headers);
  }

  /** Posts JSON with these headers alone; a text with a Content-Type of its own goes out as it is. */
  post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    return this.bridge.post(path, body, headers);
  }

  /** The headers of a fresh XSRF token; none where the check is off. */
  async xsrfHeaders(): Promise<Header[]> {
    const token = await this.bridge.xsrf();
    return token === undefined ? [] : xsrfHeaders(token);
  }

  /** Logs in anew, with a fresh XSRF token, and gives the reply. */
  async login(body: object = this.credentials): Promise<Reply> {
    return this.post('/account/login', body, await this.xsrfHeaders());
  }

  /** The run's user, signed in the first way that works. */
  get caller(): Caller {
    return this.as(this.#known.way);
  }

  /** Somebody, signed in one way alone, in the session that is shared. */
  as(who: Who): Caller {
    return this.#callers.as(who);
  }

  /** The run's user in a session of its own, for what lets it expire. */
  freshly(way: Way): Promise<Caller> {
    return this.#callers.freshly(way);
  }

  /** Somebody who was made for it: `auth.save_user`. */
  user(credentials: RaasCredentials, way: Way = 'jwt'): Caller {
    return this.#callers.user(credentials, way);
  }

  /** Calls a method as the run's user and gives the envelope, be there an error in it or not. */
  rpc(resource: string, method: string, given: Given = {}): Promise<Envelope> {
    return this.caller.rpc(resource, method, given);
  }

  /** What a call of the run's user returns that must succeed. */
  ret(resource: string, method: string, given: Given = {}): Promise<unknown> {
    return this.caller.ret(resource, method, given);
  }

  /** The same, checked against the table of the method: schemas/raas/<resource>.json. */
  async reply<Of extends Resource, Name extends Method<Of>>(
    resource: Of,
    method: Name,
    given: Given = {},
  ): Promise<ReplyOf<Of, Name>> {
    return this.expectReply(resource, method, await this.ret(resource, method, given));
  }

  /** Checks what somebody else's call returned against the table of its method. */
  expectReply<Of extends Resource, Name extends Method<Of>>(
    resource: Of,
    method: Name,
    ret: unknown,
  ): ReplyOf<Of, Name> {
    return this.#replies.expect(resource, method, ret);
  }

  /** Makes several calls of the run's user in one request. */
  batch(calls: readonly RpcCall[]): Promise<BatchEnvelope> {
    return this.caller.batch(calls);
  }

  /**
   * Saves something that is taken away again at the end of the requirement, whatever comes of it,
   * unless the requirement did so itself. Gives what the call returns, checked: mostly a uuid.
   *
   * @throws RpcFailure where it cannot be saved
   */
  async save<Of extends Resource, Name extends Method<Of>>(
    resource: Of,
    method: Name,
    kwarg: Readonly<Record<string, unknown>>,
  ): Promise<ReplyOf<Of, Name>> {
    const ret = await this.ret(resource, method, kwarg);
    this.undo(undoOf(resource, method, kwarg, ret));
    return this.expectReply(resource, method, ret);
  }

  /** Makes sure that a call is made at the end of the requirement, whatever comes of it. */
  undo(call: RpcCall): void {
    this.#undos.add(call);
  }

  /**
   * Lets so many seconds pass: at once where the target's clock can be told, else by waiting.
   *
   * @throws NotVerified where that would take longer than the run may wait
   */
  async passes(seconds: number): Promise<void> {
    this.#log.passes(seconds);
    this.forgetSessions();
    await this.#known.clock.passes(seconds);
  }

  /** A name that no other requirement uses, in this run or in another on the same target; it begins with `saltproof`. */
  unique(what: string): string {
    return this.#names.next(`${NAMES}-${what}`);
  }

  /**
   * Checks the JSON of a reply against a schema and gives it.
   *
   * @throws SchemaMismatch with every place that is wrong
   */
  shape<Name extends SchemaName>(source: Pick<Reply, 'json'>, name: Name): Shapes[Name] {
    return this.#schemas.expect(source.json(), name);
  }

  close(): void {
    this.#client.close();
  }

  get #known(): RaasSurroundings {
    if (this.#surroundings !== undefined) return this.#surroundings;
    throw new Error('A target must be explored before a requirement is tried on it.');
  }
}
