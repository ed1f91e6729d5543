import { NotVerified } from '../../not-verified.ts';
import type { RaasCredentials, RaasRunOptions } from '../../run-options.ts';
import { Account } from './account.ts';
import { Caller, type Calling } from './caller.ts';
import { anonymousSession, type Way } from './session.ts';

/** Somebody who calls: the run's user, signed in one way alone; its second user; or nobody, with an XSRF token alone. */
export type Who = Way | 'limited' | 'nobody';

/** Everybody who calls in a run. */
export class Callers {
  readonly #calling: Calling;
  readonly #account: Account;
  readonly #limited: Account | undefined;

  constructor(calling: Calling, options: RaasRunOptions) {
    this.#calling = calling;
    this.#account = new Account(calling.bridge, options);
    const { limited } = options;
    this.#limited = limited && new Account(calling.bridge, { credentials: limited });
  }

  /** @throws NotVerified where the run was given a token only */
  get credentials(): RaasCredentials {
    return this.#account.credentials;
  }

  /**
   * Somebody in the session that is shared.
   *
   * @throws NotVerified where the run was given no second user
   */
  as(who: Who): Caller {
    if (who === 'nobody')
      return new Caller(this.#calling, () => anonymousSession(this.#calling.bridge));
    if (who !== 'limited') return new Caller(this.#calling, () => this.#account.session(who));
    const limited = this.#limited;
    if (limited !== undefined) return new Caller(this.#calling, () => limited.session('jwt'));
    throw new NotVerified('needs a second user with few rights (--limited USER:PASSWORD)');
  }

  /** The run's user in a session of its own, for what lets it expire. */
  async freshly(way: Way): Promise<Caller> {
    const session = await this.#account.fresh(way);
    return new Caller(this.#calling, () => Promise.resolve(session));
  }

  /** Somebody who was made for it: `auth.save_user`. */
  user(credentials: RaasCredentials, way: Way): Caller {
    const account = new Account(this.#calling.bridge, { credentials });
    return new Caller(this.#calling, () => account.session(way));
  }

  /** Forgets the shared sessions, after they may have died. */
  forget(): void {
    this.#account.forget();
    this.#limited?.forget();
  }
}
