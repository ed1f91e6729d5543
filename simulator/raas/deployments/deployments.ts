import type { JsonObject } from '../json.ts';

/** How far a minion has come that is being set up. The first is known of real RaaS, the others are ours. */
export type MinionDeploymentStatus =
  | 'minion_deployment_started'
  | 'minion_deployment_completed'
  | 'minion_deployment_failed';

/** A minion that is being set up, or was (raas-methods, minions.get_minion_deployments). */
export interface MinionDeployment {
  readonly uuid: string;
  readonly deploy_jid: string;
  state_run_jid: string | null;
  readonly master_id: string;
  readonly minion_id: string;
  readonly deploy_time: string;
  status: MinionDeploymentStatus;
  message: string | null;
  readonly payload: {
    readonly os: string;
    readonly saltenv: string;
    readonly pillarenv: string;
    readonly variables: JsonObject;
    readonly state_files: string[];
    readonly host_name_ip: string;
    readonly installer_file_name: string | null;
    readonly additional_auth_params: JsonObject | null;
    readonly additional_minion_params: JsonObject | null;
  };
  readonly pillar_uuid: string;
  readonly user_uuid: string;
}

/** How far a master has come that is being set up. The first is known of real RaaS, the others are ours. */
export type MasterDeploymentStatus =
  | 'master_deployment_started'
  | 'master_deployment_completed'
  | 'master_deployment_failed';

/** A master that is being set up, or was (raas-methods, master.get_master_deployments). */
export interface MasterDeployment {
  readonly uuid: string;
  readonly master_id: string;
  readonly deploy_time: string;
  status: MasterDeploymentStatus;
  readonly messages: string[];
  readonly user_uuid: string;
}

/** All that was ever set up, the oldest first. */
export class Deployments {
  readonly minions: MinionDeployment[] = [];
  readonly masters: MasterDeployment[] = [];
}
