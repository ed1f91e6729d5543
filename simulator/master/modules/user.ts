import { argument } from '../../python/argument.ts';
import { compareCodePoints } from '../../python/compare.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, type PyDict } from '../../python/value.ts';
import type { Accounts, UserAccount } from '../minion/accounts.ts';
import type { ExecutionModule } from './function.ts';

const ROOT = { root: null };

/**
 * The `user` module: the users of a machine, as its file `/etc/passwd` has them
 * (salt.modules.useradd; seen on 3006.28, 3007.15 and 3008.3).
 */
export const user: ExecutionModule = {
  list_users: {
    signature: signature('list_users', [], ROOT),
    doc: 'Answers the names of the users, sorted.',
    run: ({ memory }) =>
      memory.accounts
        .users()
        .map(({ name }) => name)
        .toSorted(compareCodePoints),
  },
  info: {
    signature: signature('info', ['name'], ROOT),
    doc: 'Answers what is known of a user, an empty dict of one that is not there.',
    run: (call) => {
      const { accounts } = call.memory;
      const found = accounts.user(str(argument(call, 'name')));
      return found === undefined ? new Map() : info(accounts, found);
    },
  },
  getent: {
    signature: signature('getent', [], { refresh: false, ...ROOT }),
    doc: 'Answers what is known of every user.',
    run: ({ memory: { accounts } }) => accounts.users().map((found) => info(accounts, found)),
  },
  list_groups: {
    signature: signature('list_groups', ['name']),
    doc: 'Answers the groups of a user, sorted.',
    run: (call) => {
      const { accounts } = call.memory;
      const found = accounts.user(str(argument(call, 'name')));
      return found === undefined ? [] : groupsOf(accounts, found);
    },
  },
  primary_group: {
    signature: signature('primary_group', ['name']),
    doc: 'Answers the first group of a user, as the command id does.',
    run: (call) => {
      const { accounts } = call.memory;
      const name = str(argument(call, 'name'));
      const found = accounts.user(name);
      if (found !== undefined) return accounts.groupName(found.gid) ?? found.gid;
      // It is asked of the command id, whose words and code are those of the job.
      call.setRetcode(1);
      return `id: \u2018${name}\u2019: no such user`;
    },
  },
};

function groupsOf(accounts: Accounts, { name, gid }: UserAccount): string[] {
  return accounts
    .groups()
    .filter((group) => group.gid === gid || group.members.includes(name))
    .map((group) => group.name)
    .toSorted(compareCodePoints);
}

function info(accounts: Accounts, found: UserAccount): PyDict {
  const [fullname = '', roomnumber = '', workphone = '', homephone = '', ...other] =
    found.gecos.split(',');
  return dict({
    gid: found.gid,
    groups: groupsOf(accounts, found),
    home: found.home,
    name: found.name,
    passwd: 'x',
    shell: found.shell,
    uid: found.uid,
    fullname,
    roomnumber,
    workphone,
    homephone,
    other: other.join(','),
  });
}
