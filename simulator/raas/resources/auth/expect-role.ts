import type { Role } from '../../accounts/role.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** How a call says which role it means: by uuid or by name. */
export interface RoleReference {
  readonly role_name: string | null;
  readonly role_uuid: string | null;
}

/**
 * The role that a call means.
 *
 * @throws RpcError where it names none, or one that there is not
 */
export function expectRole({ accounts }: Raas, { role_name, role_uuid }: RoleReference): Role {
  if (role_uuid !== null) {
    const role = accounts.roles.get(role_uuid);
    if (role !== undefined) return role;
    throw notFound(role_uuid, 'role_uuid');
  }
  if (role_name === null)
    throw new RpcError('InvalidRequest', 'This needs role_name or role_uuid.', {
      role_name: 'is missing',
      role_uuid: 'is missing',
    });
  const role = [...accounts.roles.values()].find(({ name }) => name === role_name);
  if (role !== undefined) return role;
  throw notFound(role_name, 'role_name');
}

/**
 * The uuids of roles that a call names, by name or by uuid.
 *
 * @throws RpcError for one that there is not
 */
export function roleUuids({ accounts }: Raas, names: readonly string[]): Set<string> {
  return new Set(
    names.map((name) => {
      const role = accounts.role(name);
      if (role !== undefined) return role.uuid;
      throw notFound(name, 'roles');
    }),
  );
}

function notFound(name: string, parameter: string): RpcError {
  return new RpcError('NotFound', `There is no role ${name}.`, {
    [parameter]: `there is no role ${name}`,
  });
}
