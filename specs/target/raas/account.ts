import { NotVerified } from '../../not-verified.ts';
import type { RaasCredentials } from '../../run-options.ts';
import type { Bridge } from './bridge.ts';
import { openSession, tokenSession, type Session, type Way } from './session.ts';

/** Milliseconds for which a session is shared; the shortest life that clients report of a JWT is 30 minutes. */
const SHARED_FOR = 5 * 60_000;

/** What a run knows of somebody who calls. */
interface Identity {
  readonly credentials?: RaasCredentials;
  /** What goes after `JWT` or `Bearer`, instead of credentials. */
  readonly token?: string;
}

/** Somebody who calls, with the sessions that requirements share, one for each way to show it. */
export class Account {
  readonly #bridge: Bridge;
  readonly #identity: Identity;
  readonly #sessions = new Map<Way, { readonly session: Session; readonly until: number }>();

  constructor(bridge: Bridge, identity: Identity) {
    this.#bridge = bridge;
    this.#identity = identity;
  }

  /** @throws NotVerified where the run was given a token only */
  get credentials(): RaasCredentials {
    const { credentials } = this.#identity;
    if (credentials !== undefined) return credentials;
    throw new NotVerified('needs a user to log in as (--username, --password), not a token');
  }

  /** The session that is shared; a new one where it was forgotten or has been shared for long. */
  async session(way: Way): Promise<Session> {
    const known = this.#sessions.get(way);
    if (known !== undefined && known.until > performance.now()) return known.session;
    const session = await this.fresh(way);
    this.#sessions.set(way, { session, until: performance.now() + SHARED_FOR });
    return session;
  }

  /** A session of its own, for what lets it expire. */
  fresh(way: Way): Promise<Session> {
    const { token, credentials } = this.#identity;
    if (token !== undefined && credentials === undefined && (way === 'jwt' || way === 'bearer'))
      return tokenSession(this.#bridge, way, token);
    return openSession(this.#bridge, way, this.credentials);
  }

  /** Forgets what is shared, after it may have died. */
  forget(): void {
    this.#sessions.clear();
  }
}
