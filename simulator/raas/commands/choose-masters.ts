import { expectAttached, type AttachedMaster } from '../masters/attached-master.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** How masters can be chosen from among those that are named (raas-methods, cmd.route_cmd). */
const DISPOSITIONS = ['all-masters', 'any-master', 'any-in-cluster', 'all-in-cluster'];

/** Masters to choose from. */
export interface Choice {
  readonly attached: readonly AttachedMaster[];
  /** The id of the cluster that a master belongs to; empty for one that stands for itself. */
  readonly clusterOf: (master: AttachedMaster) => string;
}

/**
 * The masters that a runner or wheel goes to: those that are named, by their ids or that of their
 * cluster, or all for `*` and for none.
 *
 * `any-master` leaves the first of them, `any-in-cluster` the first of each cluster.
 *
 * @throws RpcError for a master that is not attached, and an unknown disposition
 */
export function chooseMasters(
  { attached, clusterOf }: Choice,
  names: readonly string[],
  disposition: readonly string[],
): readonly AttachedMaster[] {
  const strange = disposition.find((name) => !DISPOSITIONS.includes(name));
  if (strange !== undefined)
    throw new RpcError('InvalidRequest', `There is no disposition "${strange}".`, {
      disposition: `must be among ${DISPOSITIONS.join(', ')}`,
    });
  const isAll = names.length === 0 || names.includes('*');
  const named = (isAll ? [] : names).flatMap((name) => {
    const inCluster = attached.filter((master) => clusterOf(master) === name);
    return inCluster.length > 0 ? inCluster : [expectAttached(attached, name, 'masters')];
  });
  const chosen = isAll ? [...attached] : [...new Set(named)];
  if (disposition.includes('any-master')) return chosen.slice(0, 1);
  return disposition.includes('any-in-cluster') ? oneOfEach(chosen, clusterOf) : chosen;
}

function oneOfEach(
  masters: readonly AttachedMaster[],
  clusterOf: Choice['clusterOf'],
): AttachedMaster[] {
  const seen = new Set<string>();
  return masters.filter((master) => {
    const cluster = clusterOf(master);
    const isFirst = cluster === '' || !seen.has(cluster);
    seen.add(cluster);
    return isFirst;
  });
}
