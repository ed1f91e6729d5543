import type { KnownMaster } from '../../masters/known-master.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/**
 * The master that an id or a uuid names.
 *
 * @throws RpcError where there is neither, or no such master
 */
export function masterNamed(
  { knownMasters }: Raas,
  {
    master_id,
    master_uuid,
  }: { readonly master_id: string | null; readonly master_uuid: string | null },
): KnownMaster {
  if (master_uuid !== null) return knownMasters.withUuid(master_uuid);
  if (master_id !== null) return knownMasters.expect(master_id);
  throw new RpcError('InvalidRequest', 'A master is named by its id or its uuid.', {
    master_id: 'is missing',
    master_uuid: 'is missing',
  });
}
