import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';

/**
 * The ids of the minions that a target names, sorted, as a job that nobody waits for tells them;
 * an empty list where nobody is named.
 *
 * @throws SchemaMismatch where the reply is neither
 */
export async function targetedBy(
  target: Target,
  tgt: unknown,
  tgt_type?: string,
  delimiter?: string,
): Promise<string[]> {
  const reply = await target.lowstate({
    client: 'local_async',
    tgt,
    fun: 'test.ping',
    ...(tgt_type !== undefined && { tgt_type }),
    ...(delimiter !== undefined && { delimiter }),
  });
  if (reply.body === '{"return": [{}]}') return [];
  const minions = field(target.shape(reply, 'local-async').return, 0, 'minions');
  return (minions as string[]).toSorted();
}
