import { isDict, type PyDict } from '../python/value.ts';
import { str } from '../python/repr.ts';
import { InputError } from './input-error.ts';
import type { NewUser } from '../raas/accounts/accounts.ts';

/** What the `raas` section of a fleet file says. */
export interface RaasFleet {
  readonly rootPassword: string;
  readonly users: readonly NewUser[];
  /** Names of users by the API tokens of the cloud that are theirs. */
  readonly cspTokens: ReadonlyMap<string, string>;
  /** Masters that are attached beside the fleet's own: by id a fleet of minions each. */
  readonly masters: ReadonlyMap<string, PyDict>;
}

/** What `root` logs in with unless the fleet says otherwise: as on a RaaS that was just installed. */
const ROOT_PASSWORD = 'salt';

/**
 * Reads the `raas` section of a fleet document that fits its schema.
 *
 * @param masterId the id of the master that the document itself is the fleet of
 * @throws InputError for what names nobody, and for what would count for nothing
 */
export function readRaasFleet(document: PyDict, masterId: string): RaasFleet {
  const raas = section(document, 'raas');
  const users = [...section(raas, 'users')].map(([name, fields]) => {
    const user = fields as PyDict;
    return {
      username: str(name),
      password: user.get('password') as string | undefined,
      config_name: user.get('config_name') as string | undefined,
      roles: (user.get('roles') ?? ['User']) as string[],
      groups: (user.get('groups') ?? []) as string[],
    };
  });
  const root = users.find(({ username }) => username === 'root');
  expectPlainRoot(section(section(raas, 'users'), 'root'));
  const masters = [...section(raas, 'masters')];
  if (masters.some(([id]) => str(id) === masterId))
    throw new InputError(
      `raas.masters names "${masterId}", which is the id of the master that the fleet's own minions belong to. Put its minions there, or give it another id.`,
    );
  return {
    rootPassword: root?.password ?? ROOT_PASSWORD,
    users: users.filter(({ username }) => username !== 'root'),
    cspTokens: cspTokensOf(raas, ['root', ...users.map(({ username }) => username)]),
    masters: new Map(masters.map(([id, fleet]) => [str(id), isDict(fleet) ? fleet : new Map()])),
  };
}

/** @throws InputError for what the superuser has none of */
function expectPlainRoot(root: PyDict): void {
  for (const name of ['config_name', 'roles', 'groups'])
    if (root.has(name))
      throw new InputError(
        `raas.users.root has ${name}, and root is a superuser by its password alone. Take it out, or name another user.`,
      );
}

/** @throws InputError for a token of a user that there is none of */
function cspTokensOf(raas: PyDict, names: readonly string[]): ReadonlyMap<string, string> {
  const tokens = [...section(raas, 'csp_tokens')].map(([token, name]): [string, string] => [
    str(token),
    name as string,
  ]);
  const unknown = tokens.find(([, name]) => !names.includes(name))?.[1];
  if (unknown === undefined) return new Map(tokens);
  throw new InputError(
    `raas.csp_tokens names the user "${unknown}", and raas.users has none of that name.`,
  );
}

function section(dict: PyDict, name: string): PyDict {
  const value = dict.get(name);
  return isDict(value) ? value : new Map();
}
