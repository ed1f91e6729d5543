import { isDict, type PyDict } from '../python/value.ts';
import { str } from '../python/repr.ts';
import type { NewUser } from '../raas/accounts/accounts.ts';

/** What the `raas` section of a fleet file says. */
export interface RaasFleet {
  readonly rootPassword: string;
  readonly users: readonly NewUser[];
  /** Masters that are attached beside the fleet's own: by id a fleet of minions each. */
  readonly masters: ReadonlyMap<string, PyDict>;
}

/** What `root` logs in with unless the fleet says otherwise: as on a RaaS that was just installed. */
const ROOT_PASSWORD = 'salt';

/** Reads the `raas` section of a fleet document that fits its schema. */
export function readRaasFleet(document: PyDict): RaasFleet {
  const raas = section(document, 'raas');
  const users = [...section(raas, 'users')].map(([name, fields]) => {
    const user = fields as PyDict;
    return {
      username: str(name),
      password: user.get('password') as string | undefined,
      config_name: user.get('config_name') as string | undefined,
      roles: (user.get('roles') ?? ['User']) as string[],
    };
  });
  const root = users.find(({ username }) => username === 'root');
  const masters = [...section(raas, 'masters')];
  return {
    rootPassword: root?.password ?? ROOT_PASSWORD,
    users: users.filter(({ username }) => username !== 'root'),
    masters: new Map(masters.map(([id, fleet]) => [str(id), isDict(fleet) ? fleet : new Map()])),
  };
}

function section(dict: PyDict, name: string): PyDict {
  const value = dict.get(name);
  return isDict(value) ? value : new Map();
}
