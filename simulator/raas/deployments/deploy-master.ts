import { isoformat } from '../../python/datetime.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Raas } from '../raas.ts';
import { newUuid } from '../uuid.ts';
import type { MasterDeployment } from './deployments.ts';
import { hostFault, type HostAccess } from './host-fault.ts';

/** Seconds that it takes to set a master up. Our choice. */
const SECONDS = 60;

/** Begins to set a master up; after its time it shows its key, which waits to be accepted. */
export function deployMaster(
  raas: Raas,
  { user }: Caller,
  access: HostAccess,
  { master_id, minion_id }: { readonly master_id: string; readonly minion_id: string | null },
): MasterDeployment {
  const { host_name_ip } = access;
  const deployment: MasterDeployment = {
    uuid: newUuid(raas.random),
    master_id,
    deploy_time: isoformat(raas.clock.now()),
    status: 'master_deployment_started',
    messages: [`Setting up a master on ${host_name_ip}.`],
    user_uuid: user.uuid,
  };
  raas.deployments.masters.push(deployment);
  void raas.clock.unattended.timer(SECONDS).passed.then(() => {
    const isKnown = raas.knownMasters.get(master_id) !== undefined;
    const fault = hostFault(access) ?? (isKnown ? `There is a master ${master_id}.` : undefined);
    deployment.status =
      fault === undefined ? 'master_deployment_completed' : 'master_deployment_failed';
    deployment.messages.push(fault ?? `The master ${master_id} has shown its key.`);
    if (fault === undefined)
      raas.knownMasters.start(master_id, raas.newMaster(master_id, minion_id));
  });
  return deployment;
}
