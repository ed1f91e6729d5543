import { MICROSECONDS, type Clock } from '../../../master/clock.ts';
import { Periodic } from '../../../master/periodic.ts';
import type { Random } from '../../../master/random.ts';
import { Session, SESSION_SECONDS, type SessionData } from './session.ts';

/** Seconds from one time to the next that expired sessions are cleared away. */
const CLEAN_SECONDS = 5 * 60;

/** What sessions of a Salt line are like. */
interface SessionTraits {
  /** Whether a session without data is stored, so that its id can be logged in later. */
  readonly keepsEmpty: boolean;
  readonly idBytes: number;
}

interface Entry {
  readonly data: SessionData;
  readonly expires: number;
}

/** CherryPy's sessions in memory (rest-cherrypy §3). */
export class SessionStore {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #traits: SessionTraits;
  readonly #cleaning: Periodic;
  readonly #entries = new Map<string, Entry>();

  constructor(clock: Clock, random: Random, traits: SessionTraits) {
    this.#clock = clock;
    this.#random = random;
    this.#traits = traits;
    this.#cleaning = new Periodic(clock, CLEAN_SECONDS);
  }

  /** The session of this id, or one with a new id where there is none. */
  open(id: string | undefined): Session {
    this.#clean();
    const known = id !== undefined && this.#entries.has(id);
    return new Session(this, known ? id : this.newId());
  }

  newId(): string {
    return this.#random.hex(this.#traits.idBytes);
  }

  /** The stored data of a session; nothing once it has expired. */
  load(id: string): SessionData {
    const entry = this.#entries.get(id);
    if (entry === undefined) return {};
    if (entry.expires >= this.#clock.now()) return entry.data;
    this.#entries.delete(id);
    return {};
  }

  /** Stores a session for the whole of its life once more. */
  save(id: string, data: SessionData): void {
    if (data.token === undefined && !this.#traits.keepsEmpty) return;
    const seconds = data.seconds ?? SESSION_SECONDS;
    const expires = this.#clock.now() + seconds * MICROSECONDS;
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
