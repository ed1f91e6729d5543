import { str } from '../../python/repr.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { isDict } from '../../python/value.ts';
import type { MasterConfig } from '../config.ts';
import type { SaltErrorKind } from '../salt-error.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import type { EauthToken, TokenStore } from '../tokens.ts';
import type { Profile } from '../versions/profile.ts';
import { authList } from './auth-list.ts';
import { authenticate, groupsOf, type Authority } from './authenticate.ts';
import { loginPerms } from './perms.ts';
import { tokenLifeOf } from './token-life.ts';
import type { Users } from './users.ts';

/** Who sends a chunk, and what the rules allow them. */
export interface Caller {
  readonly username: PyValue;
  readonly rules: readonly PyValue[];
  /** How they showed who they are. */
  readonly by: 'token' | 'eauth';
}

/** External authentication: log-ins, the tokens they give, and the rules that follow from either. */
export class Eauth {
  readonly #authority: Authority;
  readonly #config: MasterConfig;
  readonly #profile: Profile;
  readonly #users: Users;
  readonly #tokens: TokenStore;

  constructor(authority: Authority, tokens: TokenStore) {
    this.#authority = authority;
    this.#config = authority.config;
    this.#profile = authority.profile;
    this.#users = authority.users;
    this.#tokens = tokens;
  }

  /**
   * Mints a token for good credentials.
   *
   * A `token_expire` among them counts only where `token_expire_user_override` allows it.
   *
   * @throws SaltError for a `token_expire` that Python cannot add to a time
   */
  mintToken(credentials: PyDict): EauthToken | undefined {
    if (!this.#accepts(credentials)) return undefined;
    const name = credentials.get('username') ?? null;
    const eauth = str(credentials.get('eauth') ?? null);
    const asked = this.#mayChooseExpire(credentials) ? credentials.get('token_expire') : undefined;
    const seconds = asked === undefined ? this.#config.token_expire : tokenLifeOf(asked);
    const isPossible =
      seconds !== undefined &&
      (!this.#profile.tokensExpireOnDates || this.#tokens.endsOnDate(seconds));
    if (!isPossible) throw new SaltError('other', UNHANDLED_LOAD);
    return this.#tokens.create(
      { name, eauth, groups: groupsOf(eauth, name, this.#users) },
      seconds,
    );
  }

  /** The `perms` that a log-in answer shows for a token. */
  perms(token: EauthToken): PyValue {
    return loginPerms(this.#config.external_auth.get(token.eauth) ?? null, token);
  }

  /**
   * What becomes of a token that is no text: it makes no name of a file, where tokens are files; in a
   * bank of the cache nothing is found under it, and None, removed for that, is the whole bank (seen
   * on 3006.28, 3007.15 and 3008.3).
   *
   * @throws SaltError
   */
  #oddToken(token: PyValue): undefined {
    if (this.#profile.tokensAreFiles) throw new SaltError('other', UNHANDLED_LOAD);
    if (token === null) this.#tokens.clear();
  }

  /**
   * Finds out who sends a load, by its `token` or else its `eauth` credentials.
   *
   * @throws SaltError with the texts of salt-core §4.4 where they are not good.
   */
  identify(load: PyDict): Caller {
    const token = load.get('token');
    if (token !== undefined) {
      const found = typeof token === 'string' ? this.#tokens.get(token) : this.#oddToken(token);
      if (found === undefined || !this.#config.external_auth.has(found.eauth)) {
        throw new SaltError('TokenAuthenticationError', authenticationFailure('token'));
      }
      return {
        username: found.name,
        rules: this.#rules(found.eauth, found.name, found.groups),
        by: 'token',
      };
    }
    const username = load.get('username') ?? 'UNKNOWN';
    const isIncomplete = !load.has('username') || !load.has('password');
    if (isIncomplete && this.#profile.eauthOnlyChunk === 'server error')
      throw new SaltError('other', 'an eauth back end was called without all of its arguments');
    if (!this.#accepts(load)) {
      throw new SaltError('EauthAuthenticationError', authenticationFailure('eauth', username));
    }
    const eauth = str(load.get('eauth') ?? null);
    return {
      username,
      rules: this.#rules(eauth, username, groupsOf(eauth, username, this.#users)),
      by: 'eauth',
    };
  }

  #accepts(load: PyDict): boolean {
    return authenticate(load, this.#authority);
  }

  #rules(eauth: string, name: PyValue, groups: readonly string[]): readonly PyValue[] {
    const backend = this.#config.external_auth.get(eauth) ?? null;
    return authList(backend, name, groups, this.#config.permissive_acl);
  }

  #mayChooseExpire(load: PyDict): boolean {
    const override = this.#config.token_expire_user_override;
    if (!isDict(override)) return override;
    const users = override.get(str(load.get('eauth') ?? null));
    return Array.isArray(users) && users.includes(load.get('username') ?? null);
  }
}

/** The text of a refused runner or wheel call, with the user where Salt names one. */
export function authenticationFailure(by: Caller['by'], username?: PyValue): string {
  const user = username === undefined ? '' : ` for user ${str(username)}`;
  return `Authentication failure of type "${by}" occurred${user}.`;
}

/** The exception that a refused runner or wheel call raises, by how its caller showed who they are. */
export const REFUSAL_KIND: Readonly<Record<Caller['by'], SaltErrorKind>> = {
  token: 'TokenAuthenticationError',
  eauth: 'EauthAuthenticationError',
};
