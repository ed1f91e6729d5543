import { MICROSECONDS, type Clock } from '../../../master/clock.ts';
import { Periodic } from '../../../master/periodic.ts';
import type { Random } from '../../../master/random.ts';
import { Session, type SessionData } from './session.ts';

/** Minutes without a request after which a session is forgotten. */
export const SESSION_TIMEOUT_MINUTES = 600;

/** Seconds from one time to the next that expired sessions are cleared away. */
const CLEAN_SECONDS = 5 * 60;

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
