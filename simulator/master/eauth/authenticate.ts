import type { PyDict, PyValue } from '../../python/value.ts';
import type { MasterConfig } from '../config.ts';
import { SaltError } from '../salt-error.ts';
import type { Profile } from '../versions/profile.ts';
import { passwordFileName, standsInFile } from './password-file.ts';
import type { Users } from './users.ts';

/** The back ends that tell the groups of a user (auth/*.py with a `groups` function, 3006.28 to 3008.3). */
const BACKENDS_WITH_GROUPS = new Set(['pam', 'ldap', 'yubico']);

/** The back ends whose `auth` takes a `token` beside user and password; the others fail on one (seen with sharedsecret and auto, read in the rest). */
const BACKENDS_TAKING_TOKEN = new Set(['pam', 'pki']);

/** What credentials are held against. */
export interface Authority {
  readonly config: MasterConfig;
  readonly profile: Profile;
  readonly users: Users;
  /** The text of the password file that the back end `file` names. */
  readonly passwords: string | undefined;
}

/**
 * Whether the credentials in the load are good: `username`, `password` and `eauth`, where the
 * back end is one that the configuration names and the line ships.
 *
 * `auto` takes any password and `sharedsecret` takes the master's; the others ask the fleet
 * file's users, in place of the directory or database a real master would ask. So does `file`, unless
 * it names a file: then its text is what counts.
 */
export function authenticate(
  load: PyDict,
  { config, profile, users, passwords }: Authority,
): boolean {
  const eauth = eauthOf(load);
  if (eauth === undefined || !config.external_auth.has(eauth)) return false;
  if (!profile.eauthModules.includes(eauth)) return false;
  if (load.has('token') && !BACKENDS_TAKING_TOKEN.has(eauth)) return false;
  const username = load.get('username');
  const password = load.get('password');
  if (username === undefined || password === undefined) return false;
  if (eauth === 'auto') return true;
  if (eauth === 'sharedsecret') return (config.sharedsecret ?? null) === password;
  const backend = config.external_auth.get(eauth) ?? null;
  if (eauth === 'file' && backend !== null && passwordFileName(backend) !== undefined)
    return standsInFile(backend, passwords, username, password);
  return typeof username === 'string' && users.get(username)?.password === password;
}

/** The groups a back end knows the user to be in. */
export function groupsOf(eauth: string, username: PyValue, users: Users): readonly string[] {
  if (!BACKENDS_WITH_GROUPS.has(eauth) || typeof username !== 'string') return [];
  return users.get(username)?.groups ?? [];
}

/**
 * The back end a load names, if any.
 *
 * @throws SaltError for a list or dict, which Python cannot look up in a dict.
 */
function eauthOf(load: PyDict): string | undefined {
  const eauth = load.get('eauth');
  if (typeof eauth === 'object' && eauth !== null) {
    throw new SaltError('other', 'unhashable type in eauth');
  }
  return typeof eauth === 'string' ? eauth : undefined;
}
