import { BUILT_IN_ROLES } from '../../accounts/built-in.ts';
import type { Role } from '../../accounts/role.ts';
import { SUPERUSER } from '../../permissions.ts';
import type { Call, Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectPermissions, expectSuperuser } from './expect-grantable.ts';
import { expectRole } from './expect-role.ts';

type Methods = 'get_all_roles' | 'get_role' | 'save_role' | 'delete_role';

/** Roles, by their names (raas §7, auth). */
export const roles: Pick<Resource<'auth'>, Methods> = {
  get_all_roles({ raas: { accounts }, args }) {
    const sorted = [...accounts.roles.values()].toSorted((a, b) => compare(a.name, b.name));
    if (args.sort_order === 'DESC') sorted.reverse();
    return Object.fromEntries(sorted.map((role) => [role.name, shown(role)]));
  },
  get_role({ raas, args }) {
    const role = expectRole(raas, args);
    return { [role.name]: shown(role) };
  },
  save_role(call) {
    const { raas, args } = call;
    const { role_name, role_uuid, description } = args;
    const perms = args.perms === null ? undefined : expectPermissions(call, args.perms);
    const named = [...raas.accounts.roles.values()].find(({ name }) => name === role_name);
    const role = role_uuid === null ? named : expectRole(raas, args);
    if (role === undefined)
      return raas.accounts.addRole(nameOf(role_name), description, perms ?? []).uuid;
    if (named !== undefined && named !== role)
      throw new RpcError('AlreadyExists', `There is a role ${role_name} already.`, {
        role_name: 'another role is called this',
      });
    expectChangeable(call, role);
    if (role_name !== null) role.name = nameOf(role_name);
    if (description !== null) role.desc = description;
    if (perms !== undefined) role.perms = perms;
    return role.uuid;
  },
  delete_role(call) {
    const role = expectRole(call.raas, call.args);
    expectChangeable(call, role);
    if (Object.hasOwn(BUILT_IN_ROLES, role.name))
      throw new RpcError('InvalidRequest', `The role ${role.name} cannot be deleted.`, {
        role_name: 'is a role that every RaaS has',
      });
    call.raas.accounts.deleteRole(role);
    return null;
  },
};

/** @throws RpcError for the role of superusers, and for another that allows everything unless from one of them */
function expectChangeable(call: Call<unknown>, role: Role): void {
  if (role.perms.has(SUPERUSER)) expectSuperuser(call, `change the role ${role.name}`, 'role_name');
  if (role.name === 'Superuser')
    throw new RpcError('InvalidRequest', 'The role Superuser cannot be changed.', {
      role_name: 'is what superusers have',
    });
}

function nameOf(name: string | null): string {
  if (name !== null && name.trim() !== '') return name;
  throw new RpcError('InvalidRequest', 'A role needs a name.', {
    role_name: name === null ? 'is missing' : 'must not be empty',
  });
}

function shown({ name, desc, uuid, perms }: Role) {
  return { name, desc, uuid, perms: [...perms].toSorted() };
}

function compare(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left < right) return -1;
  return left > right ? 1 : 0;
}
