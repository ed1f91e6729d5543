import type { JsonObject } from '../../json.ts';
import { deployMaster } from '../../deployments/deploy-master.ts';
import { expectCredentials } from '../../deployments/host-fault.ts';
import { masterGrains } from '../../masters/known-master.ts';
import { authenticateMaster } from '../../masters/master-sign-in.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { getMasterDetails, getMasterPresence } from './lists.ts';
import { getMasterKeys, saveMasterKey, setMasterKeyState } from './keys.ts';
import { getPluginStatus, getPluginVersions, setPluginStatus, updatePlugin } from './plugins.ts';
import { masterNamed } from './master-named.ts';
import { updateTargetGroup } from './target-groups.ts';

/** The resource `master`: the masters, their keys, their plugins, and new ones (raas §7). */
export const master: Resource<'master'> = {
  authenticate_master: ({ raas, args }) => authenticateMaster(raas, args),
  delete_master: ({ raas, args }) => {
    raas.knownMasters.delete(masterNamed(raas, args));
    return null;
  },
  deploy_master: ({ raas, caller, args }) => {
    const { host_name_ip, password, private_key, minion_id } = args;
    const { private_key_path = null } = args;
    const access = { host_name_ip, password, private_key, private_key_path };
    expectCredentials(access);
    const master_id = args.master_id ?? host_name_ip;
    return deployMaster(raas, caller, access, { master_id, minion_id }).uuid;
  },
  get_master_deployments: ({ raas, args }) => {
    const found = raas.deployments.masters
      .filter(({ uuid }) => args.deploy_uuid === null || uuid === args.deploy_uuid)
      .filter(({ master_id }) => holds(master_id, args.master_id));
    return pageOf(found, args, () => null);
  },
  get_master_details: getMasterDetails,
  get_master_grains: ({ raas, args }) => {
    const { master_id, master_uuid, split_cluster } = args;
    const known = raas.knownMasters
      .list()
      .filter((one) => master_id === null || [one.master_id, one.cluster_id].includes(master_id))
      .filter(({ uuid }) => master_uuid === null || uuid === master_uuid);
    const grains = new Map<string, { grains: JsonObject }>();
    for (const one of known) {
      const name = split_cluster || one.cluster_id === '' ? one.master_id : one.cluster_id;
      if (!grains.has(name)) grains.set(name, { grains: masterGrains(one) });
    }
    return Object.fromEntries(grains);
  },
  get_master_keys: getMasterKeys,
  get_master_presence: getMasterPresence,
  get_plugin_status: getPluginStatus,
  get_plugin_versions: () => getPluginVersions(),
  save_master: ({ raas, args }) => {
    if (args.grains !== null)
      raas.metrics.add('raas_master_master_grains_pushed', args.master_id ?? '');
    return raas.knownMasters.save(args).uuid;
  },
  save_master_key: saveMasterKey,
  set_master_key_state: setMasterKeyState,
  set_plugin_status: setPluginStatus,
  update_plugin: updatePlugin,
  update_target_group_from_master: updateTargetGroup,
};
