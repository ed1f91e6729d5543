import type { Master } from '../../master/master.ts';
import { RpcError } from '../rpc/rpc-error.ts';

/** A Salt master that is attached to RaaS by its plugin. */
export interface AttachedMaster {
  readonly uuid: string;
  /** The id that the master goes by: `salt-master`. */
  readonly master_id: string;
  readonly master: Master;
}

/**
 * The attached master of an id.
 *
 * @param parameter what names it in the call
 * @throws RpcError NotFound
 */
export function expectAttached(
  attached: readonly AttachedMaster[],
  id: string,
  parameter = 'master_id',
): AttachedMaster {
  const found = attached.find(({ master_id }) => master_id === id);
  if (found !== undefined) return found;
  throw new RpcError('NotFound', `There is no master ${id}.`, {
    [parameter]: `no master has this id: ${id}`,
  });
}
