import { deployMinion } from '../../deployments/deploy-minion.ts';
import { expectCredentials } from '../../deployments/host-fault.ts';
import type { JsonObject } from '../../json.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';

type Methods = Resource<'minions'>;

/** Begins to set a minion up, under the name of its host where it is given no id. */
export const deployMinionMethod: Methods['deploy_minion'] = ({ raas, caller, args }) => {
  expectCredentials(args);
  raas.knownMasters.expect(args.master_id);
  const minion_id = args.minion_id ?? args.host_name_ip;
  const payload = {
    os: args.os,
    saltenv: args.saltenv ?? 'base',
    pillarenv: args.pillarenv ?? 'base',
    variables: (args.variables ?? {}) as JsonObject,
    state_files: args.state_files ?? [],
    host_name_ip: args.host_name_ip,
    installer_file_name: args.installer_file_name,
    additional_auth_params: args.additional_auth_params as JsonObject | null,
    additional_minion_params: args.additional_minion_params as JsonObject | null,
  };
  const what = { master_id: args.master_id, minion_id, payload };
  return deployMinion(raas, caller, what, args).uuid;
};

/** The minions that are being set up, or were. */
export const getMinionDeployments: Methods['get_minion_deployments'] = ({ raas, args }) => {
  const found = raas.deployments.minions
    .filter(({ uuid }) => args.deploy_uuid === null || uuid === args.deploy_uuid)
    .filter(({ minion_id }) => holds(minion_id, args.minion_id))
    .filter(({ master_id }) => holds(master_id, args.master_id));
  return pageOf(found, args, () => null);
};
