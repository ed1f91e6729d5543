import type { Api } from '../report/result.ts';
import type {
  AnyApiSettings,
  Credentials,
  RaasCredentials,
  RaasSettings,
  SaltApi,
  SaltApiSettings,
} from '../specs/run-options.ts';
import type { CheckFlags } from './check-options.ts';
import { UsageError } from './usage-error.ts';

/** Who logs in, and as what: by eauth to a salt-api, to the back end config_name of RaaS. */
type Flags = Pick<
  CheckFlags,
  'username' | 'password' | 'eauth' | 'configName' | 'token' | 'limited'
>;

/** A user as the flags name one, whatever the API. */
interface Named {
  readonly username: string;
  readonly password: string;
}

/** Users that a run falls back to; on somebody else's server there are none. */
interface StandardUsers<Who> {
  readonly credentials?: Who;
  readonly limited?: Who;
}

/** Users of the embedded simulator's default fleet. */
const EMBEDDED = {
  saltApi: {
    credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
    limited: { username: 'limited', password: 'limited', eauth: 'pam' },
  },
  raas: {
    credentials: { username: 'root', password: 'salt', config_name: 'internal' },
    limited: { username: 'limited', password: 'limited', config_name: 'internal' },
  },
} as const satisfies {
  readonly saltApi: StandardUsers<Credentials>;
  readonly raas: StandardUsers<RaasCredentials>;
};

/** The eauth back end that is meant where none is named. */
const EAUTH = 'pam';

/** The back end of RaaS that is meant where none is named: its own users (raas.md 3.9). */
const CONFIG_NAME = 'internal';

/**
 * Who logs in to an API, from the flags and the environment.
 *
 * @param kind on a server, users must be named
 * @throws UsageError for users that make no sense for it, or for a server without any
 */
export function usersFor(
  api: Api,
  kind: 'embedded' | 'server',
  flags: Flags,
  env: NodeJS.ProcessEnv,
): Omit<SaltApiSettings, 'targets'> | Omit<RaasSettings, 'targets'> {
  return api === 'raas' ? raasUsers(kind, flags, env) : saltApiUsers(api, kind, flags, env);
}

/** `a, b and c`. */
const ENUMERATION = new Intl.ListFormat('en-GB', { type: 'conjunction' });

/**
 * Checks that no flag names a user where there are several APIs: each has users of its own.
 *
 * @throws UsageError naming the flag
 */
export function expectNoUserOf(apis: readonly Api[], flags: Flags): void {
  const { username, password, eauth, configName, limited } = flags;
  const typed = Object.entries({
    '--username': username,
    '--password': password,
    '--eauth': eauth,
    '--config-name': configName,
    '--limited': limited,
  });
  const [flag] = typed.find(([, value]) => value !== undefined) ?? [];
  if (flag !== undefined)
    throw new UsageError(
      `${flag} is for one API, and these are ${ENUMERATION.format(apis)}; name one with --api.`,
    );
}

function saltApiUsers(
  api: SaltApi,
  kind: 'embedded' | 'server',
  flags: Flags,
  env: NodeJS.ProcessEnv,
): Omit<SaltApiSettings, 'targets'> {
  if (flags.configName !== undefined)
    throw new UsageError(`--config-name is for raas; to ${api} one logs in by --eauth.`);
  const standard: StandardUsers<Credentials> = kind === 'embedded' ? EMBEDDED.saltApi : {};
  const named = userFrom(flags, standard.credentials, '--eauth', env);
  const eauth = flags.eauth ?? standard.credentials?.eauth ?? EAUTH;
  const credentials = named && { ...named, eauth };
  const second = limitedUser(flags.limited ?? env['SALTPROOF_LIMITED']);
  const limited =
    second === undefined ? standard.limited : { ...second, eauth: credentials?.eauth ?? EAUTH };
  return { api, ...tokenOf(flags), ...who(credentials, limited) };
}

function raasUsers(
  kind: 'embedded' | 'server',
  flags: Flags,
  env: NodeJS.ProcessEnv,
): Omit<RaasSettings, 'targets'> {
  if (flags.eauth !== undefined)
    throw new UsageError('--eauth is for salt-api; to raas one logs in by --config-name.');
  const standard: StandardUsers<RaasCredentials> = kind === 'embedded' ? EMBEDDED.raas : {};
  const named = userFrom(flags, standard.credentials, '--config-name', env);
  const config_name = flags.configName ?? CONFIG_NAME;
  const credentials = named && { ...named, config_name };
  const second = limitedUser(
    flags.limited ?? (kind === 'server' ? env['SALTPROOF_LIMITED'] : undefined),
  );
  return {
    api: 'raas',
    ...tokenOf(flags),
    ...who(credentials, second === undefined ? standard.limited : { ...second, config_name }),
  };
}

function tokenOf({ token }: Flags): Pick<AnyApiSettings, 'token'> {
  return token === undefined ? {} : { token };
}

function who<Who>(credentials: Who | undefined, limited: Who | undefined): StandardUsers<Who> {
  return {
    ...(credentials !== undefined && { credentials }),
    ...(limited !== undefined && { limited }),
  };
}

/** @param backEnd the flag that names the back end, for the message */
function userFrom(
  { username, password, token }: Flags,
  standard: Named | undefined,
  backEnd: string,
  env: NodeJS.ProcessEnv,
): Named | undefined {
  const secret = password ?? env['SALTPROOF_PASSWORD'];
  if (token !== undefined) {
    if (username === undefined) return undefined;
    throw new UsageError('--token and --username exclude each other: one session, or one user.');
  }
  if (standard !== undefined)
    return {
      username: username ?? standard.username,
      // What stands in the environment is meant for a server, unless a user is named to go with it.
      password: password ?? (username === undefined ? undefined : secret) ?? standard.password,
    };
  if (username === undefined)
    throw new UsageError(
      `A server needs a user to log in as: --username, SALTPROOF_PASSWORD (or --password) and ${backEnd}; or a session, --token.`,
    );
  if (secret === undefined)
    throw new UsageError(
      `There is no password for "${username}": set SALTPROOF_PASSWORD, or name it with --password.`,
    );
  return { username, password: secret };
}

function limitedUser(text: string | undefined): Named | undefined {
  if (text === undefined) return undefined;
  const colon = text.indexOf(':');
  if (colon < 1) throw new UsageError('--limited must be USER:PASSWORD.');
  return { username: text.slice(0, colon), password: text.slice(colon + 1) };
}
