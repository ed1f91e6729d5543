import type { Auth } from '../../../../schemas/generated/raas/auth.ts';
import { INTERNAL } from '../../accounts/built-in.ts';
import type { Group } from '../../accounts/group.ts';
import type { Call, Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { Json } from '../../json.ts';
import { expectBackEnd } from './expect-back-end.ts';
import { expectMayGive } from './expect-grantable.ts';
import { expectGroup } from './expect-group.ts';
import { roleUuids } from './expect-role.ts';

type SaveGroup = Call<Auth['save_group']['arguments']>;

/** `auth.save_group`: creates a group, or changes the one of the uuid or of the name (raas §7). */
export const saveGroup: Resource<'auth'>['save_group'] = (call) => {
  const { raas, args } = call;
  const { group_uuid, description, custom_data, remote_uid } = args;
  const { accounts } = raas;
  const known =
    group_uuid === null ? named(call) : expectGroup(raas, { group_uuid, group_name: null });
  const roles = args.roles === null ? undefined : roleUuids(raas, args.roles);
  if (roles !== undefined) expectMayGive(call, accounts.ownRolesOf({ roles }));
  const group = known === undefined ? added(call) : known;
  if (known !== undefined) rename(call, known);
  if (description !== null) group.desc = description;
  if (remote_uid !== null) group.remote_uid = remote_uid;
  if (roles !== undefined) group.roles = roles;
  if (custom_data !== null) group.custom_data = custom_data as Json;
  return null;
};

function named({ raas: { accounts }, args }: SaveGroup): Group | undefined {
  const { group_name } = args;
  const config_name = args.config_name ?? INTERNAL;
  return [...accounts.groups.values()].find(
    (group) => group.name === group_name && group.config_name === config_name,
  );
}

function added({ raas, args }: SaveGroup): Group {
  const config_name = args.config_name ?? INTERNAL;
  expectBackEnd(raas, config_name);
  return raas.accounts.addGroup({
    config_name,
    name: expectName(args.group_name),
    desc: null,
    remote_uid: null,
    roles: new Set(),
    custom_data: null,
  });
}

function rename({ raas, args: { group_name } }: SaveGroup, group: Group): void {
  if (group_name === null || group_name === group.name) return;
  if (group.config_name !== INTERNAL)
    throw new RpcError('InvalidRequest', `${group.config_name} says what its groups are called.`, {
      group_name: `can be changed for groups of ${INTERNAL} alone`,
    });
  if (raas.accounts.group(group_name) !== undefined)
    throw new RpcError('AlreadyExists', `There is a group ${group_name} already.`, {
      group_name: 'another group is called this',
    });
  group.name = expectName(group_name);
}

function expectName(name: string | null): string {
  if (name !== null && name.trim() !== '') return name;
  throw new RpcError('InvalidRequest', 'A group needs a name.', {
    group_name: name === null ? 'is missing' : 'must not be empty',
  });
}
