import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, type PyDict } from '../../python/value.ts';
import type { ExecutionModule } from './function.ts';

/** The users of every simulated machine: number, home and shell. */
const USERS = new Map([
  ['daemon', { id: 1, home: '/usr/sbin', shell: '/usr/sbin/nologin' }],
  ['nobody', { id: 65534, home: '/nonexistent', shell: '/usr/sbin/nologin' }],
  ['root', { id: 0, home: '/root', shell: '/bin/bash' }],
]);

const ROOT = { root: null };

/**
 * The `user` module: the three users that every machine has (salt.modules.useradd; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export const user: ExecutionModule = {
  list_users: {
    signature: signature('list_users', [], ROOT),
    doc: 'Answers the names of the users, sorted.',
    run: () => [...USERS.keys()],
  },
  info: {
    signature: signature('info', ['name'], ROOT),
    doc: 'Answers what is known of a user, an empty dict of one that is not there.',
    run: (call) => info(str(argument(call, 'name'))),
  },
  getent: {
    signature: signature('getent', [], { refresh: false, ...ROOT }),
    doc: 'Answers what is known of every user.',
    run: () => [...USERS.keys()].map(info),
  },
  list_groups: {
    signature: signature('list_groups', ['name']),
    doc: 'Answers the groups of a user: that of its name.',
    run: (call) => groupsOf(str(argument(call, 'name'))),
  },
  primary_group: {
    signature: signature('primary_group', ['name']),
    doc: 'Answers the first group of a user.',
    run: (call) => groupsOf(str(argument(call, 'name')))[0] ?? '',
  },
};

function groupsOf(name: string): string[] {
  return USERS.has(name) ? [name] : [];
}

function info(name: string): PyDict {
  const found = USERS.get(name);
  if (found === undefined) return new Map();
  return dict({
    gid: found.id,
    groups: groupsOf(name),
    home: found.home,
    name,
    passwd: 'x',
    shell: found.shell,
    uid: found.id,
    fullname: name,
    roomnumber: '',
    workphone: '',
    homephone: '',
    other: '',
  });
}
