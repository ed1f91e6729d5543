import type { Raas } from '../../../simulator/raas/raas.ts';
import type { Variant } from '../variant.ts';
import { raasVariants, type Spoilt } from './raas-rows.ts';

/** What is wrong with the accounts of a RaaS and what belongs to them, and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'everybody is a superuser',
    ({ accounts }) => void (accounts.isSuperuser = () => true),
    'raas.users.permission',
    'raas.passwords.own',
    'raas.roles.permits',
    'raas.directories.permission',
    'raas.directories.access-needed',
    'raas.license.permission',
    'raas.audit.permission',
  ],
  ['deleted users still log in', findDeleted, 'raas.passwords.log-in'],
  ['users are known by every back end', findAnywhere, 'raas.directories.log-in-unknown'],
  [
    'users have no roles of their groups',
    ({ accounts }) => void (accounts.rolesOf = (user) => accounts.ownRolesOf(user)),
    'raas.groups.roles',
    'raas.user-list.inherited-roles',
  ],
  [
    'roles that are deleted stay',
    ({ accounts }) => void (accounts.deleteRole = () => undefined),
    'raas.roles.deleted',
  ],
  [
    'groups that are deleted stay',
    ({ accounts }) => void (accounts.deleteGroup = () => undefined),
    'raas.groups.deleted',
  ],
  [
    'nothing gets another owner',
    (raas) => void Object.assign(raas, { owned: {} }),
    'raas.transfer.owner',
  ],
  ['the public key is another each time', renewKey, 'raas.tokens.auth-pubkey'],
  ['all users have the same keys and values', shareKeys, 'raas.kv.own'],
  [
    'keys of the system can be read',
    ({ keyValues }) => void (keyValues.of = () => keyValues.system),
    'raas.kv.system',
  ],
  [
    'configurations of directories that are deleted stay',
    ({ authConfigs }) => void (authConfigs.configs.delete = () => true),
    'raas.directories.deleted',
  ],
  [
    'the passwords for directories are shown',
    showBindPasswords,
    'raas.directories.password-hidden',
  ],
  [
    'a preview that was ended goes on',
    ({ directoryPreviews }) => void (directoryPreviews.end = () => undefined),
    'raas.directories.preview-ended',
  ],
  ['nothing is noted as failed', noteSuccess, 'raas.audit.failed-call', 'raas.audit.log-in'],
  ['nobody is told who made a call', noteNobody, 'raas.audit.call'],
  ['what is trimmed for a test is gone', trimForTests, 'raas.admin.trim-test-keeps'],
  ['usage is looked at each time', lookEachTime, 'raas.license.usage'],
  ['usage is noted once', noteOnce, 'raas.license.snapshots-hourly'],
];

/** RaaS with broken accounts. */
export const RAAS_ACCOUNTS: readonly Variant[] = raasVariants(ROWS);

function findDeleted({ accounts }: Raas): void {
  accounts.user = (username, config_name) =>
    [...accounts.users.values()].find(
      (user) => user.username === username && user.config_name === config_name,
    );
}

function findAnywhere({ accounts, authConfigs }: Raas): void {
  accounts.user = (username) => accounts.userOfAnyBackEnd(username);
  accounts.userOfAnyBackEnd = (username) =>
    [...accounts.users.values()].find((user) => user.username === username && !user.isDeleted);
  authConfigs.isOn = () => true;
}

function renewKey({ serverKey, random }: Raas): void {
  Object.defineProperty(serverKey, 'pub', { get: () => random.hex(16) });
}

function shareKeys({ keyValues }: Raas): void {
  const shared = keyValues.of('everybody');
  keyValues.of = () => shared;
}

function showBindPasswords({ authConfigs }: Raas): void {
  const add = authConfigs.add.bind(authConfigs);
  authConfigs.add = (config) =>
    add({ ...config, settings: { ...config.settings, bind_pw: config.bind_pw } });
}

function noteSuccess({ audit }: Raas): void {
  const add = audit.add.bind(audit);
  audit.add = (who, note) => add(who, { ...note, failed: false });
}

function noteNobody({ audit }: Raas): void {
  const add = audit.add.bind(audit);
  audit.add = (who, note) => add(typeof who === 'string' ? who : who.user.username, note);
}

function trimForTests({ audit }: Raas): void {
  const trim = audit.trim.bind(audit);
  audit.trim = (before) => trim(before, false);
}

function lookEachTime({ licenses }: Raas): void {
  const usage = licenses.usage.bind(licenses);
  licenses.usage = () => usage(true);
}

function noteOnce({ licenses }: Raas): void {
  const noted = licenses.snapshots();
  licenses.snapshots = () => noted;
}
