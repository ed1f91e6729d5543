import { OWNED_TYPES } from '../../accounts/owned.ts';
import type { Resource } from '../../rpc/resource.ts';
import { expectUser } from './expect-user.ts';

/**
 * `auth.transfer_resources`: gives another user what one owns, and tells how many objects of each type
 * those are; with `revoke_access` roles lose what they may do with them (raas §7; the shape of the
 * dict, and what exactly is revoked, are not known).
 */
export const transferResources: Resource<'auth'>['transfer_resources'] = ({ raas, args }) => {
  const from = expectUser(raas, { account_uuid: args.from_user_uuid });
  const to = expectUser(raas, { account_uuid: args.to_user_uuid });
  const counts = OWNED_TYPES.filter((type) => args.resource_types?.includes(type) ?? true).map(
    (type): [string, number] => {
      const objects = [...(raas.owned[type]?.() ?? [])].filter(
        ({ uuid, access }) =>
          access.owner === from.uuid && (args.resource_uuids?.includes(uuid) ?? true),
      );
      if (!args.test)
        for (const { access } of objects) {
          access.owner = to.uuid;
          if (args.revoke_access) access.roles.clear();
        }
      return [type, objects.length];
    },
  );
  return Object.fromEntries(counts);
};
