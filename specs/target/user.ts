import type { Header } from '../../report/result.ts';
import type { SaltApi } from '../run-options.ts';
import type { Login } from './login.ts';
import type { Reply } from './reply.ts';
import { firstReturn, wheelReturn } from './return-of.ts';
import type { Requests } from './requests.ts';

/** A chunk of low data. */
export type Chunk = Readonly<Record<string, unknown>>;

/** How a netapi module is told who asks: by a session that a header carries, or by what every chunk holds. */
const IDENTITY = {
  cherrypy: 'session',
  tornado: 'session',
  wsgi: 'chunk',
} as const satisfies Readonly<Record<SaltApi, string>>;

/** A user of the run: what it asks for is sent in its name. */
export class User {
  readonly login: Login;
  readonly #requests: Requests;
  readonly #identity: (typeof IDENTITY)[SaltApi];

  constructor(login: Login, requests: Requests, api: SaltApi) {
    this.login = login;
    this.#requests = requests;
    this.#identity = IDENTITY[api];
  }

  /** The header that carries the user's session. */
  async auth(): Promise<Header> {
    return ['X-Auth-Token', await this.login.token()];
  }

  async get(path: string, headers: readonly Header[] = []): Promise<Reply> {
    return this.#requests.get(path, [await this.auth(), ...headers]);
  }

  async post(path: string, body: unknown, headers: readonly Header[] = []): Promise<Reply> {
    return this.#requests.post(path, body, [await this.auth(), ...headers]);
  }

  /** Runs low data: one chunk, or several in a list. */
  async lowstate(
    chunks: Chunk | readonly Chunk[],
    headers: readonly Header[] = [],
  ): Promise<Reply> {
    const list: readonly Chunk[] = [chunks].flat();
    if (this.#identity === 'session') return this.post('/', list, headers);
    const identity = this.login.inChunk;
    const identified = list.map((chunk) => ({ ...chunk, ...identity }));
    return this.#requests.post('/', identified, headers);
  }

  /** The first return of one chunk; undefined where the reply holds none. */
  async run(chunk: Chunk): Promise<unknown> {
    return firstReturn(await this.lowstate(chunk));
  }

  /** What the minions of a glob return, by id. */
  local(tgt: string, fun: string, ...arg: readonly unknown[]): Promise<unknown> {
    return this.run({ client: 'local', tgt, fun, ...(arg.length > 0 && { arg }) });
  }

  /** What a runner returns. */
  runner(fun: string, kwarg: Chunk = {}): Promise<unknown> {
    return this.run({ client: 'runner', fun, ...kwarg });
  }

  /** What a wheel function returns, taken out of the master's envelope. */
  async wheel(fun: string, kwarg: Chunk = {}): Promise<unknown> {
    return wheelReturn(await this.lowstate({ client: 'wheel', fun, ...kwarg }));
  }
}
