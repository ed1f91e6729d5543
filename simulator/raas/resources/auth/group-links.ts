import type { GroupLink } from '../../accounts/group-link.ts';
import { holds } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectBackEnd } from './expect-back-end.ts';
import { expectMayGive } from './expect-grantable.ts';
import { expectGroup } from './expect-group.ts';

type Methods = 'get_group_links' | 'save_group_link' | 'delete_group_link';

/** Which groups of directories stand for which groups of RaaS (raas §7, auth). */
export const groupLinks: Pick<Resource<'auth'>, Methods> = {
  get_group_links({ raas: { accounts }, args }) {
    const named = accounts.links.map((link) => ({
      group_name: accounts.groups.get(link.group_uuid)?.name ?? '',
      ...link,
    }));
    return named.filter(
      (link) =>
        holds(link.group_name, args.group_name) &&
        holds(link.config_name, args.config_name) &&
        holds(link.ext_group_name, args.ext_group_name) &&
        isOneOf(link.group_uuid, args.group_uuid) &&
        isOneOf(link.ext_group_uid, args.ext_group_uid) &&
        isOneOf(link.ext_group_dn, args.ext_group_dn) &&
        isOneOf(link.enabled, args.enabled),
    );
  },
  save_group_link(call) {
    const { raas, args } = call;
    const { accounts } = raas;
    const group = expectGroup(raas, { group_uuid: args.group_uuid, group_name: args.group_name });
    expectMayGive(call, accounts.ownRolesOf(group));
    const external = externalOf(args);
    expectBackEnd(raas, external.config_name);
    const known = accounts.links.find((link) => isLink(link, group.uuid, external));
    if (known === undefined)
      accounts.links = [
        ...accounts.links,
        {
          group_uuid: group.uuid,
          ...external,
          ext_group_dn: args.ext_group_dn,
          enabled: args.enabled,
        },
      ];
    else {
      known.enabled = args.enabled;
      known.ext_group_dn = args.ext_group_dn ?? known.ext_group_dn;
    }
    return null;
  },
  delete_group_link({ raas, args }) {
    const { accounts } = raas;
    const group = expectGroup(raas, { group_uuid: args.group_uuid, group_name: args.group_name });
    const external = externalOf(args);
    const kept = accounts.links.filter((link) => !isLink(link, group.uuid, external));
    if (kept.length === accounts.links.length)
      throw new RpcError('NotFound', `The group ${group.name} is not linked to that one.`, {
        ext_group_name: 'is not linked to the group',
      });
    accounts.links = kept;
    return null;
  },
};

/** What tells a group of a directory from others. */
type External = Pick<GroupLink, 'config_name' | 'ext_group_name' | 'ext_group_uid'>;

/** @throws RpcError where a call does not say which group of which directory it means */
function externalOf(args: {
  readonly config_name: string | null;
  readonly ext_group_name: string | null;
  readonly ext_group_uid: string | null;
}): External {
  const { config_name, ext_group_name, ext_group_uid } = args;
  if (config_name === null)
    throw new RpcError('InvalidRequest', 'This needs the config_name of the directory.', {
      config_name: 'is missing',
    });
  if (ext_group_name === null && ext_group_uid === null)
    throw new RpcError('InvalidRequest', 'This needs ext_group_name or ext_group_uid.', {
      ext_group_name: 'is missing',
      ext_group_uid: 'is missing',
    });
  return { config_name, ext_group_name, ext_group_uid };
}

/** Whether a link is that of a group with one of a directory; what is not said of the latter may be anything. */
function isLink(
  link: GroupLink,
  group_uuid: string,
  { config_name, ext_group_name, ext_group_uid }: External,
): boolean {
  return (
    link.group_uuid === group_uuid &&
    link.config_name === config_name &&
    isOneOf(link.ext_group_name, ext_group_name) &&
    isOneOf(link.ext_group_uid, ext_group_uid)
  );
}

/** Whether a value is the wanted one; null wants any. */
function isOneOf<Value>(value: Value, wanted: Value | null | undefined): boolean {
  return wanted === null || wanted === undefined || value === wanted;
}
