import { NotVerified } from '../not-verified.ts';
import type { Credentials } from '../run-options.ts';
import type { Requests } from './requests.ts';
import { bodyOf, field, firstReturn } from './return-of.ts';

/** Credentials as POST /login takes them; `token_expire` is in seconds. */
export type LoginBody = Credentials & { readonly token_expire?: number };

interface Session {
  readonly token: string;
  /** The moment of `performance.now()` after which it is not used any more. */
  readonly until: number;
}

/** The log-in of one user of the run, and the session that its requirements share. */
export class Login {
  readonly #requests: Requests;
  readonly #credentials: Credentials | undefined;
  readonly #token: string | undefined;
  #session: Session | undefined;

  /** @param token a session that exists already, for a run that was given no credentials */
  constructor(requests: Requests, credentials: Credentials | undefined, token?: string) {
    this.#requests = requests;
    this.#credentials = credentials;
    this.#token = token;
  }

  /** @throws NotVerified where the run was given a token only */
  get credentials(): Credentials {
    if (this.#credentials !== undefined) return this.#credentials;
    throw new NotVerified('needs a user to log in as (--username, --password), not a token');
  }

  /** What tells in a chunk who asks: credentials, or the token that the run was given. */
  get inChunk(): Credentials | { readonly token: string } {
    return this.#token === undefined ? this.credentials : { token: this.#token };
  }

  /** A session of its own, for what logs out or lets it expire. */
  async fresh(changes: Partial<LoginBody> = {}): Promise<string> {
    return (await this.#logIn({ ...this.credentials, ...changes })).token;
  }

  /** The session that is shared; a new one where it was forgotten or half of its life is over. */
  async token(): Promise<string> {
    if (this.#token !== undefined && this.#credentials === undefined) return this.#token;
    if (this.#session === undefined || this.#session.until < performance.now())
      this.#session = await this.#logIn(this.credentials);
    return this.#session.token;
  }

  /** Forgets the shared session, after it may have died. */
  forget(): void {
    this.#session = undefined;
  }

  /** The session stands in a list, or by itself as the manual of salt-api 0.8.4 has it. */
  async #logIn(body: LoginBody): Promise<Session> {
    const reply = await this.#requests.post('/login', body);
    const session = firstReturn(reply) ?? field(bodyOf(reply), 'return');
    const token = field(session, 'token');
    if (typeof token !== 'string')
      throw new NotVerified(
        `needs a session, and log-in as ${body.username} gave none: ${reply.status} ${reply.reason}`,
      );
    const life = Number(field(session, 'expire')) - Number(field(session, 'start'));
    const usable = Number.isFinite(life) ? Math.max(0, life * 500) : Infinity;
    return { token, until: performance.now() + usable };
  }
}
