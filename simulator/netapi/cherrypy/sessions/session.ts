import type { SessionStore } from './session-store.ts';

/** What a session holds after a log-in; an empty one holds nothing. */
export interface SessionData {
  /** The Salt eauth token. */
  readonly token?: string;
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

  logIn(token: string): void {
    this.#data = { token };
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
