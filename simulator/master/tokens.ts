import { createHash } from 'node:crypto';
import type { PyDict, PyValue } from '../python/value.ts';
import { MICROSECONDS, type Clock } from './clock.ts';
import { Periodic } from './periodic.ts';
import type { Random } from './random.ts';

/** The years 1 and 9999, between which Python has dates, in seconds since the epoch. */
const FIRST_DATE = -62_135_596_800;
const LAST_DATE = 253_402_300_799;

/** What the master knows of one eauth token; times are seconds since the epoch. */
export interface EauthToken {
  /** The hex digest of some random bytes; its length follows `hash_type`. */
  readonly token: string;
  readonly start: number;
  readonly expire: number;
  /** The user; whatever the client sent as its name. */
  readonly name: PyValue;
  readonly eauth: string;
  readonly groups: readonly string[];
}

/** The eauth tokens a master has minted and not yet forgotten (salt-core §4.2). */
export class TokenStore {
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #hashType: string;
  readonly #cleaning: Periodic;
  readonly #tokens = new Map<string, EauthToken>();

  constructor(clock: Clock, random: Random, hashType: string, loopInterval: number) {
    this.#clock = clock;
    this.#random = random;
    this.#hashType = hashType;
    this.#cleaning = new Periodic(clock, loopInterval);
  }

  /** How many hex digits a token has. */
  get digits(): number {
    return createHash(this.#hashType).digest('hex').length;
  }

  /** Mints a token that lives for this many seconds. */
  create(owner: Pick<EauthToken, 'name' | 'eauth' | 'groups'>, seconds: number): EauthToken {
    this.#clean();
    const token = createHash(this.#hashType).update(this.#random.hex(32)).digest('hex');
    const start = this.#clock.now() / MICROSECONDS;
    const expire = this.#clock.now() / MICROSECONDS + seconds;
    const minted = { token, start, expire, ...owner };
    this.#tokens.set(token, minted);
    return minted;
  }

  /** Whether Python has a date for the end of a life that begins now and lasts so many seconds. */
  endsOnDate(seconds: number): boolean {
    const end = this.#clock.now() / MICROSECONDS + seconds;
    return end >= FIRST_DATE && end <= LAST_DATE;
  }

  /** The token's data; a token that has expired is forgotten. */
  get(token: string): EauthToken | undefined {
    const found = this.#tokens.get(token);
    if (found === undefined) return undefined;
    if (found.expire >= this.#clock.now() / MICROSECONDS) return found;
    this.#tokens.delete(token);
    return undefined;
  }

  clear(): void {
    this.#tokens.clear();
  }

  remove(token: string): void {
    this.#tokens.delete(token);
  }

  /** Forgets what has expired, as the maintenance loop does. */
  #clean(): void {
    const cleaned = this.#cleaning.due();
    if (cleaned === undefined) return;
    for (const [token, { expire }] of this.#tokens)
      if (expire < cleaned / MICROSECONDS) this.#tokens.delete(token);
  }
}

/** A token as Salt shows it to clients of `/token`. */
export function tokenRecord({ start, expire, name, eauth, token }: EauthToken): PyDict {
  return new Map<string, PyValue>([
    ['start', start],
    ['expire', expire],
    ['name', name],
    ['eauth', eauth],
    ['token', token],
  ]);
}
