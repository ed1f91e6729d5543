import { derivedPublicKey } from '../../master/derived-public-key.ts';
import { newJid } from '../../master/jid.ts';
import { moveKey } from '../../master/keys.ts';
import type { Master } from '../../master/master.ts';
import { publishAsMaster } from '../../master/publish.ts';
import { isoformat } from '../../python/datetime.ts';
import { dict, isDict, type PyDict } from '../../python/value.ts';
import type { Caller } from '../accounts/caller.ts';
import { toPython } from '../json.ts';
import type { Raas } from '../raas.ts';
import { newUuid } from '../uuid.ts';
import type { MinionDeployment } from './deployments.ts';
import { hostFault, type HostAccess } from './host-fault.ts';

/** Seconds that it takes to set a minion up. Our choice. */
const SECONDS = 30;

/** Begins to set a minion up; after its time it is one of the master's, its key accepted. */
export function deployMinion(
  raas: Raas,
  { user }: Caller,
  { master_id, minion_id, payload }: Pick<MinionDeployment, 'master_id' | 'minion_id' | 'payload'>,
  access: HostAccess,
): MinionDeployment {
  const deployment: MinionDeployment = {
    uuid: newUuid(raas.random),
    deploy_jid: newJid(raas.clock),
    state_run_jid: null,
    master_id,
    minion_id,
    deploy_time: isoformat(raas.clock.now()),
    status: 'minion_deployment_started',
    message: null,
    payload,
    pillar_uuid: newUuid(raas.random),
    user_uuid: user.uuid,
  };
  raas.deployments.minions.push(deployment);
  void raas.clock.unattended.timer(SECONDS).passed.then(() => {
    const fault = hostFault(access) ?? settle(raas, deployment);
    deployment.status =
      fault === undefined ? 'minion_deployment_completed' : 'minion_deployment_failed';
    deployment.message = fault ?? null;
  });
  return deployment;
}

/** Lets the new minion in, or gives why that cannot be. */
function settle(raas: Raas, deployment: MinionDeployment): string | undefined {
  const { master_id, minion_id, payload } = deployment;
  const master = raas.masters.find((attached) => attached.master_id === master_id)?.master;
  if (master === undefined) return `The master ${master_id} is not connected.`;
  if (master.fleet.get(minion_id) !== undefined)
    return `The master ${master_id} has a minion ${minion_id} already.`;
  const variables = toPython(payload.variables);
  const minion = {
    id: minion_id,
    key: 'pending' as const,
    up: true,
    grains: grainsOf(deployment, master),
    pillar: isDict(variables) ? variables : new Map(),
    pub: derivedPublicKey(master.random.named(minion_id)),
  };
  master.fleet.add(minion);
  moveKey(master, minion, 'accepted');
  if (payload.state_files.length > 0)
    deployment.state_run_jid =
      publishAsMaster(master, {
        tgt: minion_id,
        tgt_type: 'glob',
        fun: 'state.apply',
        arg: [payload.state_files.join(',')],
      })?.jid ?? null;
  return undefined;
}

function grainsOf({ minion_id, payload }: MinionDeployment, { profile }: Master): PyDict {
  const isWindows = payload.os === 'windows';
  const isAddress = /^[\d.]+$/.test(payload.host_name_ip);
  return dict({
    id: minion_id,
    host: minion_id.split('.')[0] ?? minion_id,
    fqdn: isAddress ? minion_id : payload.host_name_ip,
    ipv4: isAddress ? ['127.0.0.1', payload.host_name_ip] : ['127.0.0.1'],
    kernel: isWindows ? 'Windows' : 'Linux',
    os: isWindows ? 'Windows' : 'Debian',
    os_family: isWindows ? 'Windows' : 'Debian',
    saltversion: profile.version,
  });
}
