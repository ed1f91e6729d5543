import type { Json } from '../json.ts';
import type { AttachedMaster } from '../masters/attached-master.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** How masters can be chosen from among those that are named (raas-methods, cmd.route_cmd). */
const DISPOSITIONS = ['all-masters', 'any-master', 'any-in-cluster', 'all-in-cluster'];

/**
 * The masters that a runner or wheel goes to: those that are named, or all for `*` and for none.
 *
 * `any-master` leaves the first of them. What concerns clusters changes nothing: each master stands for itself.
 *
 * @throws RpcError for a master that is not attached, and an unknown disposition
 */
export function chooseMasters(
  attached: readonly AttachedMaster[],
  names: readonly string[],
  disposition: readonly string[],
): readonly AttachedMaster[] {
  const strange = disposition.find((name) => !DISPOSITIONS.includes(name));
  if (strange !== undefined)
    throw new RpcError('InvalidRequest', `There is no disposition "${strange}".`, {
      disposition: `must be among ${DISPOSITIONS.join(', ')}`,
    });
  const chosen =
    names.length === 0 || names.includes('*')
      ? [...attached]
      : names.map((name) => findMaster(attached, name, { masters: `knows no ${name}` }));
  return disposition.includes('any-master') ? chosen.slice(0, 1) : [...new Set(chosen)];
}

/** @throws RpcError where no master of the id is attached */
export function findMaster(
  attached: readonly AttachedMaster[],
  id: string,
  detail: Json,
): AttachedMaster {
  const found = attached.find(({ master_id }) => master_id === id);
  if (found === undefined) throw new RpcError('NotFound', `There is no master ${id}.`, detail);
  return found;
}
