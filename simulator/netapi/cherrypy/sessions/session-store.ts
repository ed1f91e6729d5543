import { MICROSECONDS, type Clock } from '../../../master/clock.ts';
import { Periodic } from '../../../master/periodic.ts';
import type { Random } from '../../../master/random.ts';

/** Minutes without a request after which a session is forgotten. */
export const SESSION_TIMEOUT_MINUTES = 600;

/** Seconds from one time to the next that expired sessions are cleared away. */
const CLEAN_SECONDS = 5 * 60;

/** What a session holds after a log-in; an empty one holds nothing. */
export interface SessionData {
  /** The Salt eauth token. */
  readonly token?: string;
}

interface Entry {
  readonly data: SessionData;
  readonly expires: number;
}

/** CherryPy's sessions in memory (rest-cherrypy §3). */
export class SessionStore {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #keepsEmpty: boolean;
  readonly #cleaning: Periodic;
  readonly #entries = new Map<string, Entry>();

  /** @param keepsEmpty whether a session without data is stored, so that its id can be logged in later */
  constructor(clock: Clock, random: Random, keepsEmpty: boolean) {
    this.#clock = clock;
    this.#random = random;
    this.#keepsEmpty = keepsEmpty;
    this.#cleaning = new Periodic(clock, CLEAN_SECONDS);
  }

  /** The session of this id, or one with a new id where there is none. */
  open(id: string | undefined): Session {
    this.#clean();
    const known = id !== undefined && this.#entries.has(id);
    return new Session(this, known ? id : this.newId());
  }

  newId(): string {
    return this.#random.hex(20);
  }

  /** The stored data of a session; nothing once it has expired. */
  load(id: string): SessionData {
    const entry = this.#entries.get(id);
    if (entry === undefined) return {};
    if (entry.expires >= this.#clock.now()) return entry.data;
    this.#entries.delete(id);
    return {};
  }

  /** Stores a session for another ten hours. */
  save(id: string, data: SessionData): void {
    if (data.token === undefined && !this.#keepsEmpty) return;
    const expires = this.#clock.now() + SESSION_TIMEOUT_MINUTES * 60 * MICROSECONDS;
    this.#entries.set(id, { data, expires });
  }

  delete(id: string): void {
    this.#entries.delete(id);
  }

  #clean(): void {
    const cleaned = this.#cleaning.due();
    if (cleaned === undefined) return;
    for (const [id, { expires }] of this.#entries) if (expires <= cleaned) this.#entries.delete(id);
  }
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
