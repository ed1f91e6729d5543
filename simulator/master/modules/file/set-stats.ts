import { argument } from '../../../python/argument.ts';
import { integerOf } from '../../../python/int.ts';
import { signature } from '../../../python/signature.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import type { ExecutionModule } from '../function.ts';
import { checkPerms } from './check-perms.ts';
import { setMode } from './mode.ts';
import { changeOwner, groupToGid, userToUid } from './owner.ts';
import { pathArgument } from './path-argument.ts';
import { statsOf } from './stats.ts';

/** Functions of `file` that change owner and permissions, and read users and groups as numbers (salt.modules.file). */
export const SET_STATS: ExecutionModule = {
  set_mode: {
    signature: signature('set_mode', ['path', 'mode']),
    doc: 'Sets the permissions of a path and answers them.',
    run: (call) => setMode(call.memory.files, pathArgument(call), argument(call, 'mode')),
  },
  chown: {
    signature: signature('chown', ['path', 'user', 'group']),
    doc: 'Gives a path to a user and a group; answers what is wrong, else null.',
    run: (call) => {
      const [user, group] = [argument(call, 'user'), argument(call, 'group')];
      return changeOwner(call.memory, pathArgument(call), user, group, true);
    },
  },
  lchown: {
    signature: signature('lchown', ['path', 'user', 'group']),
    doc: 'Gives a path, itself where it is a link, to a user and a group.',
    run: (call) => {
      const [user, group] = [argument(call, 'user'), argument(call, 'group')];
      return changeOwner(call.memory, pathArgument(call), user, group, false);
    },
  },
  chgrp: {
    signature: signature('chgrp', ['path', 'group']),
    doc: 'Gives a path to a group; answers what is wrong, else null.',
    run: (call) => {
      const path = pathArgument(call);
      const user = statsOf(call.memory, path, { followsLinks: true }).get('user') ?? null;
      return changeOwner(call.memory, path, user, argument(call, 'group'), true);
    },
  },
  check_perms: {
    signature: signature('check_perms', ['name', 'ret', 'user', 'group', 'mode'], {
      attrs: null,
      follow_symlinks: false,
      seuser: null,
      serole: null,
      setype: null,
      serange: null,
    }),
    doc: 'Sees to it that a path has an owner, a group and permissions, and answers what it changed and how it was.',
    run: (call) =>
      checkPerms(call.memory, argument(call, 'ret'), {
        name: pathArgument(call, 'name'),
        user: argument(call, 'user'),
        group: argument(call, 'group'),
        mode: argument(call, 'mode'),
        followsLinks: argument(call, 'follow_symlinks') === true,
        test: false,
      }),
  },
  user_to_uid: {
    signature: signature('user_to_uid', ['user']),
    doc: 'Answers the number of a user, an empty text where there is no such user.',
    run: (call) => userToUid(call.memory.accounts, argument(call, 'user')),
  },
  group_to_gid: {
    signature: signature('group_to_gid', ['group']),
    doc: 'Answers the number of a group, an empty text where there is no such group.',
    run: (call) => groupToGid(call.memory.accounts, argument(call, 'group')),
  },
  uid_to_user: {
    signature: signature('uid_to_user', ['uid']),
    doc: 'Answers the user of a number, the number itself where it is nobody’s.',
    run: (call) => {
      const uid = argument(call, 'uid');
      if (typeof uid !== 'number')
        throw new PyTypeError(`uid should be integer, not ${typeName(uid)}`);
      return call.memory.accounts.userName(uid) ?? uid;
    },
  },
  gid_to_group: {
    signature: signature('gid_to_group', ['gid']),
    doc: 'Answers the group of a number, the number itself where it is nobody’s.',
    run: (call) => {
      const { accounts } = call.memory;
      const given = argument(call, 'gid');
      const gid = integerOf(given) ?? groupToGid(accounts, given);
      return typeof gid === 'number' ? (accounts.groupName(gid) ?? gid) : '';
    },
  },
};
