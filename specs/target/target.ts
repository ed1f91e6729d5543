import { setTimeout as delay } from 'node:timers/promises';
import type { Header } from '../../report/result.ts';
import { NotVerified } from '../not-verified.ts';
import type { Credentials, RunOptions } from '../run-options.ts';
import { Schemas, type SchemaName } from '../schema.ts';
import { STANDARD_TIMES, type Capability, type Fleet, type MasterTimes } from './capabilities.ts';
import { EventStream } from './event-stream.ts';
import { ExchangeLog } from './exchange-log.ts';
import { HttpClient, type Reply, type WireRequest } from './http.ts';

/** A chunk of low data. */
export type Chunk = Readonly<Record<string, unknown>>;

const JSON_HEADERS: readonly Header[] = [
  ['Accept', 'application/json'],
  ['Content-Type', 'application/json'],
];

/** A target as requirements see it: what it has, and ways to talk to it. */
export class Target {
  readonly options: RunOptions;
  readonly client: HttpClient;
  readonly #schemas = new Schemas();
  #log = new ExchangeLog();
  #session: string | undefined;
  #fleet: Fleet = { up: [], down: [], pending: [], rejected: [] };
  #times: MasterTimes = STANDARD_TIMES;
  #capabilities: ReadonlySet<Capability> = new Set();
  #hasTellableClock = false;
  #uniqueCount = 0;

  constructor(url: string, options: RunOptions) {
    this.options = options;
    this.client = new HttpClient(url, options);
  }

  get fleet(): Fleet {
    return this.#fleet;
  }

  get times(): MasterTimes {
    return this.#times;
  }

  /** A minion that answers. */
  get minion(): string {
    return this.#fleet.up[0] ?? '';
  }

  has(capability: Capability): boolean {
    return this.#capabilities.has(capability);
  }

  /** Begins a new log; what follows belongs to it. */
  begin(): ExchangeLog {
    this.#log = new ExchangeLog();
    return this.#log;
  }

  /** Finds out what the target has, by log-in and core calls alone. */
  async explore(): Promise<void> {
    const control = await this.client.send({ method: 'GET', path: '/_saltproof' }, this.#log);
    this.#hasTellableClock = control.status === 200 && control.body.includes('"clock": "virtual"');
    const ping = await this.lowstate({ client: 'local', tgt: '*', fun: 'test.ping' });
    const answers = firstReturn<Record<string, unknown>>(ping) ?? {};
    const up = Object.keys(answers)
      .filter((id) => answers[id] === true)
      .sort();
    const keys = wheelReturn(await this.lowstate({ client: 'wheel', fun: 'key.list_all' }));
    const values = wheelReturn(await this.lowstate({ client: 'wheel', fun: 'config.values' }));
    this.#fleet = {
      up,
      down: Object.keys(answers)
        .filter((id) => answers[id] !== true)
        .sort(),
      pending: idList(keys?.['minions_pre']),
      rejected: idList(keys?.['minions_rejected']),
    };
    this.#times = { ...STANDARD_TIMES, ...pickNumbers(values) };
    const present: [Capability, boolean][] = [
      ['writes', this.options.allow.includes('writes')],
      ['minion', up.length > 0],
      ['two minions', up.length > 1],
      ['down minion', this.#fleet.down.length > 0],
      ['pending key', this.#fleet.pending.length > 0],
      ['rejected key', this.#fleet.rejected.length > 0],
      ['wheel', keys !== undefined],
      ['limited user', this.options.limited !== undefined],
      ['token expire override', values?.['token_expire_user_override'] === true],
    ];
    this.#capabilities = new Set(
      present.filter(([, has]) => has).map(([capability]) => capability),
    );
  }

  /** Sends a request as it is. */
  send(request: WireRequest): Promise<Reply> {
    return this.client.send(request, this.#log);
  }

  get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.send({ method: 'GET', path, headers });
  }

  /** Posts JSON, unless the headers say what else the body is. */
  post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    const hasType = headers.some(([name]) => name.toLowerCase() === 'content-type');
    const isRaw = hasType && typeof body === 'string';
    const all: Header[] = [...(hasType ? [] : JSON_HEADERS), ...headers];
    return this.send({
      method: 'POST',
      path,
      headers: all,
      body: isRaw ? body : JSON.stringify(body),
    });
  }

  /** Logs in anew and gives the reply. */
  login(
    credentials: Credentials & { token_expire?: number } = this.options.credentials,
    headers: readonly Header[] = [],
  ): Promise<Reply> {
    return this.post('/login', credentials, headers);
  }

  /** A session of its own, for what logs out or expires. */
  async freshSession(credentials?: Credentials & { token_expire?: number }): Promise<string> {
    const reply = await this.login(credentials);
    const token = firstReturn<{ token?: unknown }>(reply)?.token;
    if (typeof token !== 'string')
      throw new NotVerified(`log-in gave no session: ${reply.status} ${reply.reason}`);
    return token;
  }

  /** The session of the run's user, and the header that carries it. */
  async auth(): Promise<Header> {
    this.#session ??= await this.freshSession();
    return ['X-Auth-Token', this.#session];
  }

  /** Forgets the session, after it may have died. */
  forgetSession(): void {
    this.#session = undefined;
  }

  /** Runs low data with the run's session. */
  async lowstate(
    chunks: Chunk | readonly Chunk[],
    headers: readonly Header[] = [],
  ): Promise<Reply> {
    const list = Array.isArray(chunks) ? chunks : [chunks];
    return this.post('/', list, [await this.auth(), ...headers]);
  }

  /** The first return of a chunk run with the run's session. */
  async run<T = unknown>(chunk: Chunk): Promise<T> {
    return firstReturn<T>(await this.lowstate(chunk)) as T;
  }

  /** Opens the event stream; the caller closes it. */
  listen(headers: readonly Header[]): Promise<EventStream> {
    return EventStream.open(this.client, headers);
  }

  /**
   * Lets so many seconds pass: at once where the target's clock can be told, else by waiting.
   *
   * @throws NotVerified where that would take longer than the run may wait
   */
  async passes(seconds: number): Promise<void> {
    this.#log.addPassing(seconds);
    if (this.#hasTellableClock) {
      await this.client.send(
        { method: 'POST', path: '/_saltproof/clock', body: JSON.stringify({ advance: seconds }) },
        new ExchangeLog(),
      );
      return;
    }
    if (seconds > this.options.timeBudget)
      throw new NotVerified(
        `needs ${seconds} s to pass; --time-budget is ${this.options.timeBudget} s`,
      );
    await delay(seconds * 1000);
  }

  /** A name that no other run has used. */
  unique(prefix: string): string {
    this.#uniqueCount += 1;
    return `${prefix}-${this.options.seed}-${this.#uniqueCount}`;
  }

  /** Checks a reply's JSON against a schema and gives it. */
  shape<T = unknown>(reply: Reply, name: SchemaName): T {
    const value: unknown = reply.json();
    this.#schemas.expect(value, name);
    return value as T;
  }

  close(): void {
    this.client.close();
  }
}

/** The first item of a reply's `return`, if it has one. */
export function firstReturn<T>(reply: Reply): T | undefined {
  try {
    return (reply.json() as { return?: T[] }).return?.[0];
  } catch {
    return undefined;
  }
}

function wheelReturn(reply: Reply): Record<string, unknown> | undefined {
  return firstReturn<{ data?: { return?: Record<string, unknown> } }>(reply)?.data?.return;
}

function idList(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function pickNumbers(values: Record<string, unknown> | undefined): Partial<MasterTimes> {
  const known = Object.keys(STANDARD_TIMES).filter((name) => typeof values?.[name] === 'number');
  return Object.fromEntries(known.map((name) => [name, values?.[name]]));
}
