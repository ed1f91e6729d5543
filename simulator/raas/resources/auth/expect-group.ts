import { INTERNAL } from '../../accounts/built-in.ts';
import type { Group } from '../../accounts/group.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** How a call says which group it means: by uuid, or by back end and name. */
export interface GroupReference {
  readonly group_uuid: string | null;
  readonly group_name: string | null;
  readonly config_name?: string | null;
}

/**
 * The group that a call means.
 *
 * @throws RpcError where it names none, or one that there is not
 */
export function expectGroup({ accounts }: Raas, reference: GroupReference): Group {
  const { group_uuid, group_name, config_name } = reference;
  if (group_uuid !== null) {
    const group = accounts.groups.get(group_uuid);
    if (group !== undefined) return group;
    throw notFound(group_uuid, 'group_uuid');
  }
  if (group_name === null)
    throw new RpcError('InvalidRequest', 'This needs group_uuid, or config_name and group_name.', {
      group_name: 'is missing',
      group_uuid: 'is missing',
    });
  const group = [...accounts.groups.values()].find(
    (group) => group.name === group_name && group.config_name === (config_name ?? INTERNAL),
  );
  if (group !== undefined) return group;
  throw notFound(group_name, 'group_name');
}

/**
 * The uuids of groups that a call names for a user of a back end: by uuid, by the name of a group of
 * that back end, or of RaaS's own.
 *
 * @throws RpcError for one that there is not
 */
export function groupUuids(
  { accounts }: Raas,
  names: readonly string[],
  config_name: string,
): Set<string> {
  return new Set(
    names.map((name) => {
      const group = accounts.group(name, config_name) ?? accounts.group(name);
      if (group !== undefined) return group.uuid;
      throw notFound(name, 'groups');
    }),
  );
}

function notFound(name: string, parameter: string): RpcError {
  return new RpcError('NotFound', `There is no group ${name}.`, {
    [parameter]: `there is no group ${name}`,
  });
}
