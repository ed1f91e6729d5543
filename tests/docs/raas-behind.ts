import type { ResourceName } from '../../simulator/raas/rpc/method-table.ts';

/** What stands behind the methods of each resource. */
export const BEHIND_RESOURCES: Readonly<Record<ResourceName, string>> = {
  admin: 'what RaaS keeps',
  api: 'the method tables',
  audit: 'the audit log of this RaaS',
  auth: 'users, roles and groups',
  cmd: 'commands, run on the simulated masters',
  conf: 'configurations of masters that were saved',
  fs: 'files that were saved',
  job: 'jobs that were saved',
  kv: 'values that were set',
  license: 'licences, and how many masters and minions there are',
  master: 'the masters, simulated or acted by clients',
  masterfs: 'the state files of the simulated masters',
  minions: 'the minions and keys of the masters',
  pillar: 'pillars that were saved',
  ret: 'returns of the simulated minions',
  schedule: 'schedules that were saved, run at their times',
  sec: 'a few benchmarks, and policies that were saved and run on the fleet',
  settings: 'back ends that were saved',
  stats: 'what was counted',
  test: 'nothing is needed',
  tgt: 'targets that were saved, matched by the masters',
  vman: 'a few advisories, and policies that were saved and run on the fleet',
};

/** What stands behind a method, where that is something else. */
export const BEHIND_METHODS: Readonly<Record<string, string>> = {
  'api.get_versions': 'fixed texts',
  'auth.get_auth_pubkey': 'the key pair of this RaaS, made from the seed',
  'master.authenticate_master': 'the key pair of this RaaS, and keys of masters',
  'master.deploy_master': 'a new simulated master after a minute',
  'master.get_master_deployments': 'masters that were set up',
  'master.get_master_keys': 'keys of masters',
  'master.get_plugin_versions': 'fixed texts',
  'master.save_master_key': 'keys of masters',
  'master.set_master_key_state': 'keys of masters, which attach and detach them',
  'minions.deploy_minion': 'a new simulated minion after half a minute',
  'minions.get_minion_details':
    'the minions of the masters; with `response_file` nothing: the error NotSimulated',
  'minions.get_minion_deployments': 'minions that were set up',
  'minions.set_minion_key_state': 'the keys of the simulated masters, changed there',
  'stats.db_health': 'a fixed answer: there is no database',
  'stats.get_queue_sizes': 'zeros: nothing waits here',
  'stats.null': 'nothing is needed',
};
