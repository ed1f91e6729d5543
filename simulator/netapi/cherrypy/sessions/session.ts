import type { SessionStore } from './session-store.ts';

/** Seconds without a request after which a session is forgotten, unless it has a life of its own. */
export const SESSION_SECONDS = 600 * 60;

/** What a session holds after a log-in; an empty one holds nothing. */
export interface SessionData {
  /** The Salt eauth token. */
  readonly token?: string;
  /** How long it lives without a request, where that is not the same for all. */
  readonly seconds?: number;
}

/** The session of one request: read from the store when first asked for, saved only if it was. */
export class Session {
  readonly #store: SessionStore;
  #id: string;
  #data: SessionData | undefined;
  /** Whether the client was told to forget the session, by a cookie date in the past. */
  isExpired = false;

  constructor(store: SessionStore, id: string) {
    this.#store = store;
    this.#id = id;
  }

  get id(): string {
    return this.#id;
  }

  /** The Salt token of the session, if somebody is logged in. */
  get token(): string | undefined {
    this.#data ??= this.#store.load(this.#id);
    return this.#data.token;
  }

  /** Seconds that it lives after this request. */
  get seconds(): number {
    return this.#data?.seconds ?? SESSION_SECONDS;
  }

  logIn(data: Required<Pick<SessionData, 'token'>> & SessionData): void {
    this.#data = data;
  }

  /** Gives the session a new id and forgets the old one; the data moves along. */
  regenerate(): void {
    this.#data ??= this.#store.load(this.#id);
    this.#store.delete(this.#id);
    this.#id = this.#store.newId();
  }

  save(): void {
    if (this.#data !== undefined) this.#store.save(this.#id, this.#data);
  }
}
