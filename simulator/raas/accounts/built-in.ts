import { readWriteDelete, SUPERUSER } from '../permissions.ts';

/** The back end of RaaS's own users (raas §3.9). */
export const INTERNAL = 'internal';

/** Uuids of users that every RaaS has (raas §6). */
export const BUILT_IN_USERS = {
  root: '80c67364-cb31-4f4b-972a-e7ea3f752bb8',
  internalAccess: 'c74f8bee-5ead-453e-8c86-344a4780c053',
} as const;

/** The name of the user that RaaS itself and its masters act as. */
export const INTERNAL_ACCESS = '--<{internal-access}>--';

const ADMINISTRATED =
  'cmd formula fs group job master master-config master-fs minion pillar returner role schedule target user';
const ADMINISTRATORS_ALSO =
  'cmd-run cmd-runner-run cmd-wheel-run job-run license-read metadata-auth-read target-allminions-run';
const USERS =
  'cmd-read cmd-run cmd-write fs-read job-delete job-read job-run job-write license-read master-read metadata-auth-read minion-read pillar-read returner-read schedule-delete schedule-read schedule-write target-allminions-run target-delete target-read target-write';
const SALT_MASTERS =
  'cmd-read cmd-write fs-read job-read master-fs-write master-read master-write minion-read minion-write pillar-read returner-write target-read target-write';

/** What is told of a role that every RaaS has. */
interface BuiltInRole {
  readonly desc: string;
  readonly perms: readonly string[];
}

/**
 * Roles that every RaaS has. Their names and those of permissions are documented (raas §6); which
 * role has which is ours, after what samples show.
 */
export const BUILT_IN_ROLES: Readonly<Record<string, BuiltInRole>> = {
  Superuser: { desc: 'Everything.', perms: [SUPERUSER] },
  Administrator: {
    desc: 'Everything but what superusers alone may do.',
    perms: [...readWriteDelete(ADMINISTRATED), ...ADMINISTRATORS_ALSO.split(' ')],
  },
  User: {
    desc: 'Runs jobs on targets and sees what came of them.',
    perms: USERS.split(' '),
  },
  'Salt Master': {
    desc: 'What a master does with its own key.',
    perms: SALT_MASTERS.split(' '),
  },
};
