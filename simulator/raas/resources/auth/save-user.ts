import { INTERNAL } from '../../accounts/built-in.ts';
import type { User } from '../../accounts/user.ts';
import type { Json } from '../../json.ts';
import type { Call, Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { expectBackEnd } from './expect-back-end.ts';
import { expectMayChange, expectMayGive, expectPermissions } from './expect-grantable.ts';
import { groupUuids } from './expect-group.ts';
import { roleUuids } from './expect-role.ts';
import { expectUser } from './expect-user.ts';

type SaveUser = Call<Resources['auth']['save_user']['arguments']>;

/** `auth.save_user`: creates a user, or changes the one of the uuid or of the name; gives the uuid (raas §7). */
export const saveUser: Resource<'auth'>['save_user'] = (call) => {
  const { raas, args } = call;
  const { account_uuid, username, config_name } = args;
  const known =
    account_uuid === null
      ? raas.accounts.user(username ?? '', config_name ?? INTERNAL)
      : expectUser(raas, { account_uuid });
  const wanted = wantedOf(call, known?.config_name ?? config_name ?? INTERNAL);
  const user = known === undefined ? added(call) : known;
  if (known !== undefined) change(call, known);
  if (wanted.roles !== undefined) user.roles = wanted.roles;
  if (wanted.groups !== undefined) user.groups = wanted.groups;
  if (wanted.perms !== undefined) user.perms = wanted.perms;
  if (args.remote_uid !== null) user.remote_uid = args.remote_uid;
  if (args.custom_data !== null) user.custom_data = args.custom_data as Json;
  return user.uuid;
};

/** What the user is to have; null leaves it as it is. All is checked before anything is changed. */
function wantedOf(call: SaveUser, config_name: string) {
  const {
    raas,
    args: { roles, groups, perms },
  } = call;
  const wanted = {
    roles: roles === null ? undefined : roleUuids(raas, roles),
    groups: groups === null ? undefined : groupUuids(raas, groups, config_name),
    perms: perms === null ? undefined : expectPermissions(call, perms),
  };
  const { accounts } = raas;
  const inherited = [...(wanted.groups ?? [])].flatMap((uuid) => [
    ...(accounts.groups.get(uuid)?.roles ?? []),
  ]);
  expectMayGive(
    call,
    accounts.ownRolesOf({ roles: new Set([...(wanted.roles ?? []), ...inherited]) }),
  );
  return wanted;
}

function added({ raas, args }: SaveUser): User {
  const { username, password } = args;
  const config_name = args.config_name ?? INTERNAL;
  if (username === null || username.trim() === '')
    throw new RpcError('InvalidRequest', 'A new user needs a username.', {
      username: username === null ? 'is missing' : 'must not be empty',
    });
  expectBackEnd(raas, config_name);
  return raas.accounts.addUser({ username, config_name, password: password ?? undefined });
}

function change(call: SaveUser, user: User): void {
  const {
    raas: { accounts },
    args: { username, password },
  } = call;
  expectMayChange(call, user);
  if (password !== null)
    throw new RpcError('InvalidRequest', `User ${user.username} has a password already.`, {
      password: 'is given to new users; auth.change_password changes it',
    });
  if (username === null || username === user.username) return;
  if (user.config_name !== INTERNAL)
    throw new RpcError('InvalidRequest', `${user.config_name} says what its users are called.`, {
      username: `can be changed for users of ${INTERNAL} alone`,
    });
  if (accounts.user(username) !== undefined)
    throw new RpcError('AlreadyExists', `There is a user ${username} already.`, {
      username: 'another user is called this',
    });
  user.username = username;
}
