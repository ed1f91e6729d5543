import { argument } from '../../python/argument.ts';
import { equals } from '../../python/equals.ts';
import { integerOf } from '../../python/int.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { PyTypeError } from '../../python/type-error.ts';
import { typeName } from '../../python/type-name.ts';
import { dict, isTruthy, type PyDict } from '../../python/value.ts';
import type { GroupAccount } from '../minion/accounts.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

const ROOT = { root: null };

/**
 * The `group` module: the groups of a machine, as its file `/etc/group` has them
 * (salt.modules.groupadd; seen on 3006.28, 3007.15 and 3008.3).
 */
export const group: ExecutionModule = {
  info: {
    signature: signature('info', ['name'], ROOT),
    doc: 'Answers what is known of a group, an empty dict of one that is not there.',
    run: (call) => {
      const name = argument(call, 'name');
      if (typeof name !== 'string')
        throw new PyTypeError(`getgrnam() argument 'name' must be str, not ${typeName(name)}`);
      const found = named(call);
      return found === undefined ? new Map() : info(found);
    },
  },
  getent: {
    signature: signature('getent', [], { refresh: false, ...ROOT }),
    doc: 'Answers what is known of every group.',
    run: ({ memory }) => memory.accounts.groups().map(info),
  },
  add: {
    signature: signature('add', ['name'], {
      gid: null,
      system: false,
      ...ROOT,
      non_unique: false,
      local: false,
    }),
    doc: 'Adds a group; answers whether it could.',
    run: add,
  },
  delete: {
    signature: signature('delete', ['name'], { ...ROOT, local: false }),
    doc: 'Takes a group away that is not the first of a user; answers whether it could.',
    run: (call) => {
      const { accounts } = call.memory;
      const found = named(call);
      const isFirst = accounts.users().some(({ gid }) => gid === found?.gid);
      if (found === undefined || isFirst) return failed(call, found === undefined ? 6 : 8);
      accounts.removeGroup(found.name);
      return true;
    },
  },
  chgid: {
    signature: signature('chgid', ['name', 'gid'], { ...ROOT, non_unique: false }),
    doc: 'Gives a group another number; answers whether it has it then.',
    run: chgid,
  },
  adduser: {
    signature: signature('adduser', ['name', 'username'], ROOT),
    doc: 'Adds a user to a group; answers whether it could.',
    run: (call) => {
      const found = named(call);
      const username = str(argument(call, 'username'));
      if (found === undefined || call.memory.accounts.user(username) === undefined)
        return failed(call, 3);
      const others = found.members.filter((member) => member !== username);
      return setMembers(call, found, [...others, username]);
    },
  },
  deluser: {
    signature: signature('deluser', ['name', 'username'], ROOT),
    doc: 'Takes a user out of a group; answers whether it is not in it.',
    run: (call) => {
      const found = named(call);
      const username = str(argument(call, 'username'));
      if (found?.members.includes(username) !== true) return true;
      const others = found.members.filter((member) => member !== username);
      return setMembers(call, found, others);
    },
  },
  members: {
    signature: signature('members', ['name', 'members_list'], ROOT),
    doc: 'Puts users, with commas between them, in the place of those of a group; answers whether it could.',
    run: (call) => {
      const found = named(call);
      const members = str(argument(call, 'members_list'))
        .split(',')
        .filter((member) => member !== '');
      const { accounts } = call.memory;
      if (found === undefined || members.some((member) => accounts.user(member) === undefined))
        return failed(call, 3);
      return setMembers(call, found, members);
    },
  },
};

function named(call: ExecutionCall): GroupAccount | undefined {
  return call.memory.accounts.group(str(argument(call, 'name')));
}

function info({ name, gid, members }: GroupAccount): PyDict {
  return dict({ name, passwd: 'x', gid, members: [...members] });
}

function add(call: ExecutionCall): boolean {
  const { accounts } = call.memory;
  const name = str(argument(call, 'name'));
  if (!/^[a-z_][-a-z0-9_]*\$?$/.test(name)) return failed(call, 3);
  if (accounts.group(name) !== undefined) return failed(call, 9);
  const given = argument(call, 'gid');
  const gid = isTruthy(given)
    ? integerOf(given)
    : accounts.nextGid(isTruthy(argument(call, 'system')));
  if (gid === undefined || gid < 0) return failed(call, 3);
  const isTaken = accounts.groupName(gid) !== undefined;
  if (isTaken && !isTruthy(argument(call, 'non_unique'))) return failed(call, 4);
  accounts.setGroup({ name, gid, members: [] });
  return true;
}

/** The command behind it has no code of its own in the job: it is looked at by what it did. */
function chgid(call: ExecutionCall): boolean {
  const { accounts } = call.memory;
  const found = named(call);
  const wanted = argument(call, 'gid');
  if (found === undefined) return false;
  if (equals(wanted, found.gid)) return true;
  const gid = integerOf(wanted);
  const isTaken = gid === undefined || accounts.groupName(gid) !== undefined;
  if (gid === undefined || (isTaken && !isTruthy(argument(call, 'non_unique'))))
    return failed(call, 4);
  accounts.setGroup({ ...found, gid });
  return equals(wanted, gid);
}

function setMembers(call: ExecutionCall, found: GroupAccount, members: string[]): true {
  call.memory.accounts.setGroup({ ...found, members });
  return true;
}

/** The code that the command ends with is that of the job. */
function failed(call: ExecutionCall, retcode: number): false {
  call.setRetcode(retcode);
  return false;
}
