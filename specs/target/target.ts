import type { Header } from '../../report/result.ts';
import { NotVerified } from '../not-verified.ts';
import type { Credentials, RunOptions } from '../run-options.ts';
import { Schemas, type SchemaName, type Shapes } from '../schema.ts';
import type { Finding } from '../finding.ts';
import type { AnyTarget } from './any-target.ts';
import type { AnyCapability, Capability, Fleet, MasterTimes } from './capabilities.ts';
import { EventStream } from './event-stream.ts';
import { ExchangeLog } from './exchange-log.ts';
import { explore, type Surroundings } from './explore.ts';
import { explorationProblem } from './exploration-problem.ts';
import { HttpClient, type WireRequest } from './http.ts';
import { Login, type LoginBody } from './login.ts';
import { sendBytes, type Patience, type RawReply } from './raw-socket.ts';
import { Redactor } from './redact.ts';
import type { Reply } from './reply.ts';
import { Requests } from './requests.ts';
import { UniqueNames } from './unique-names.ts';
import { User, type Chunk } from './user.ts';
import { Websocket } from './websocket.ts';

/** A target as requirements see it: what it has, and ways to talk to it. */
export class Target implements AnyTarget {
  readonly options: RunOptions;
  readonly redactor: Redactor;
  /** The run's user. */
  readonly authed: User;
  readonly #client: HttpClient;
  readonly #requests: Requests;
  readonly #limited: User | undefined;
  readonly #names: UniqueNames;
  readonly #schemas = new Schemas();
  readonly #streams = new Set<EventStream | Websocket>();
  #log: ExchangeLog;
  #surroundings: Surroundings | undefined;
  #problem: Finding | undefined;

  /** @param name tells this view of the target from those of other workers and runs */
  constructor(url: string, options: RunOptions, name = options.runId) {
    this.options = options;
    this.#names = new UniqueNames(name);
    this.redactor = new Redactor(options);
    this.#log = new ExchangeLog(this.redactor);
    this.#client = new HttpClient(url, options.tls, options.replyTimeout * 1000);
    this.#requests = new Requests((request) => this.#client.send(request, this.#log));
    const { api, credentials, token, limited } = options;
    this.authed = new User(new Login(this.#requests, credentials, token), this.#requests, api);
    this.#limited = limited && new User(new Login(this.#requests, limited), this.#requests, api);
  }

  /** @throws NotVerified where the run was given no second user */
  get limited(): User {
    if (this.#limited !== undefined) return this.#limited;
    throw new NotVerified('needs a second user with few rights (--limited USER:PASSWORD)');
  }

  /** @throws NotVerified where the run was given a token only */
  get credentials(): Credentials {
    return this.authed.login.credentials;
  }

  get fleet(): Fleet {
    return this.#known.fleet;
  }

  get times(): MasterTimes {
    return this.#known.times;
  }

  /**
   * A minion that answers.
   *
   * @throws NotVerified where there is none
   */
  get minion(): string {
    const [first] = this.fleet.up;
    if (first !== undefined) return first;
    throw new NotVerified('needs a minion that answers test.ping');
  }

  has(capability: AnyCapability): boolean {
    return this.#known.capabilities.has(capability as Capability);
  }

  /**
   * Gets to know the target, once, with a session of its own and beside the log: a recording holds
   * nothing but what requirements do. Gives the reason where no requirement can be tried.
   */
  async explore(): Promise<Finding | undefined> {
    if (this.#surroundings !== undefined || this.#problem !== undefined) return this.#problem;
    const requests = new Requests((request) =>
      this.#client.send(request, new ExchangeLog(this.redactor)),
    );
    const { api, credentials, token } = this.options;
    const user = new User(new Login(requests, credentials, token), requests, api);
    try {
      this.#surroundings = await explore(requests, user, this.options);
    } catch (error) {
      this.#problem = explorationProblem(error, this.redactor);
    }
    return this.#problem;
  }

  /** Begins a new log; what follows belongs to it. */
  begin(): ExchangeLog {
    this.#log = new ExchangeLog(this.redactor);
    return this.#log;
  }

  /** Closes what a requirement left open; what it changed it takes back itself. */
  end(): Promise<readonly string[]> {
    this.#closeStreams();
    return Promise.resolve([]);
  }

  /** Name and port, as requests name them. */
  get host(): string {
    return this.#client.base.host;
  }

  /** Sends a request as it is. */
  send(request: WireRequest): Promise<Reply> {
    return this.#requests.send(request);
  }

  /** Sends bytes over a connection of their own, however malformed; waits for what comes no longer than told. */
  sendBytes(bytes: string | Buffer, patience?: Patience): Promise<RawReply> {
    const { base } = this.#client;
    return sendBytes(base, this.options.tls, Buffer.from(bytes), this.#log, patience);
  }

  get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.#requests.get(path, headers);
  }

  /** Posts JSON; a text with a Content-Type of its own goes out as it is. */
  post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    return this.#requests.post(path, body, headers);
  }

  /** Logs in anew and gives the reply. */
  login(body: LoginBody = this.credentials, headers: readonly Header[] = []): Promise<Reply> {
    return this.post('/login', body, headers);
  }

  /** A session of its own, for what logs out or expires. */
  freshSession(changes: Partial<LoginBody> = {}): Promise<string> {
    return this.authed.login.fresh(changes);
  }

  /** The header that carries the session of the run's user. */
  auth(): Promise<Header> {
    return this.authed.auth();
  }

  /** Forgets the shared sessions, after they may have died. */
  forgetSessions(): void {
    this.authed.login.forget();
    this.#limited?.login.forget();
  }

  /** Runs low data as the run's user: one chunk, or several in a list. */
  lowstate(chunks: Chunk | readonly Chunk[], headers: readonly Header[] = []): Promise<Reply> {
    return this.authed.lowstate(chunks, headers);
  }

  /** What the minions of a glob return to the run's user, by id. */
  local(tgt: string, fun: string, ...arg: readonly unknown[]): Promise<unknown> {
    return this.authed.local(tgt, fun, ...arg);
  }

  /** Opens the event stream; it is closed at the end of the requirement at the latest. */
  async listen(headers: readonly Header[], path = '/events'): Promise<EventStream> {
    const { eventTimeout } = this.options;
    const stream = await EventStream.open(this.#client, this.#log, headers, path, eventTimeout);
    this.#streams.add(stream);
    return stream;
  }

  /**
   * Opens a websocket, or is refused one; it is closed at the end of the requirement at the latest.
   *
   * @param headers added to those of a good handshake, or in place of those of the same name;
   * an undefined value leaves one out
   */
  async websocket(
    path: string,
    headers: readonly (readonly [name: string, value: string | undefined])[] = [],
  ): Promise<Websocket> {
    const { base } = this.#client;
    const { tls, eventTimeout } = this.options;
    const websocket = await Websocket.open(base, tls, this.#log, path, headers, eventTimeout);
    this.#streams.add(websocket);
    return websocket;
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

  /** A name that no other requirement uses, in this run or in another on the same target. */
  unique(prefix: string): string {
    return this.#names.next(prefix);
  }

  /**
   * Checks the JSON of a reply or an event against a schema and gives it.
   *
   * @throws SchemaMismatch with every place that is wrong
   */
  shape<Name extends SchemaName>(source: Pick<Reply, 'json'>, name: Name): Shapes[Name] {
    return this.#schemas.expect(source.json(), name);
  }

  close(): void {
    this.#closeStreams();
    this.#client.close();
  }

  #closeStreams(): void {
    for (const stream of this.#streams) stream.close();
    this.#streams.clear();
  }

  get #known(): Surroundings {
    if (this.#surroundings !== undefined) return this.#surroundings;
    throw new Error('A target must be explored before a requirement is tried on it.');
  }
}
