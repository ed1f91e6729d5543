import { createHmac, timingSafeEqual } from 'node:crypto';
import { MICROSECONDS, type Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import { newUuid } from '../uuid.ts';
import type { Accounts } from './accounts.ts';
import type { Caller } from './caller.ts';
import type { User } from './user.ts';

/** Seconds that sessions and JWTs last. */
export interface Lives {
  readonly session: number;
  readonly jwt: number;
}

/** What a JWT says; times in seconds since the epoch. */
interface Claims {
  readonly sub: string;
  readonly username: string;
  readonly config_name: string;
  readonly session: string;
  readonly iat: number;
  readonly exp: number;
}

const HEADER = base64(JSON.stringify({ alg: 'HS256', typ: 'JWT' }));

/** Who has signed in to a RaaS: by a session's cookie, or by a JWT (raas §3). */
export class SignIns {
  readonly #accounts: Accounts;
  readonly #clock: Clock;
  readonly #random: Random;
  readonly #lives: Lives;
  readonly #secret: string;
  readonly #sessions = new Map<string, { caller: Caller; expires: number }>();

  constructor(accounts: Accounts, clock: Clock, random: Random, lives: Lives) {
    this.#accounts = accounts;
    this.#clock = clock;
    this.#random = random.named('raas sign-ins');
    this.#lives = lives;
    this.#secret = this.#random.hex(32);
  }

  /** Makes a caller of a user who has just shown who they are. */
  caller(user: User): Caller {
    return { user, session_uuid: newUuid(this.#random) };
  }

  /** Opens a session and gives what its cookie holds. */
  openSession(caller: Caller): string {
    const id = this.#random.hex(32);
    const expires = this.#clock.now() + this.#lives.session * MICROSECONDS;
    this.#sessions.set(id, { caller, expires });
    return id;
  }

  /** Whose session this is; undefined where it is over, or never was. */
  ofSession(id: string): Caller | undefined {
    const session = this.#sessions.get(id);
    if (session === undefined) return undefined;
    if (session.expires > this.#clock.now() && !session.caller.user.isDeleted)
      return session.caller;
    this.#sessions.delete(id);
    return undefined;
  }

  /** A JWT that lets a caller in until it expires. */
  jwt({ user, session_uuid }: Caller, seconds = this.#lives.jwt): string {
    const iat = Math.floor(this.#clock.now() / MICROSECONDS);
    const { uuid, username, config_name } = user;
    const claims: Claims = {
      sub: uuid,
      username,
      config_name,
      session: session_uuid,
      iat,
      exp: iat + seconds,
    };
    const signed = `${HEADER}.${base64(JSON.stringify(claims))}`;
    return `${signed}.${this.#signature(signed)}`;
  }

  /** Whom a JWT lets in; undefined where it has expired, or is none of ours. */
  ofJwt(token: string): Caller | undefined {
    const [header = '', body = '', signature = ''] = token.split('.');
    const expected = Buffer.from(this.#signature(`${header}.${body}`));
    const given = Buffer.from(signature);
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) return undefined;
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Claims;
    if (claims.exp * MICROSECONDS <= this.#clock.now()) return undefined;
    const user = this.#accounts.users.get(claims.sub);
    return user === undefined || user.isDeleted
      ? undefined
      : { user, session_uuid: claims.session };
  }

  #signature(text: string): string {
    return createHmac('sha256', this.#secret).update(text).digest('base64url');
  }
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64url');
}
