import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { isoformat } from '../../../python/datetime.ts';
import { expectedOf, type Expected } from '../../commands/progress.ts';
import { holds, pageOf, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import { fullReturn, hasErrors } from '../../returns/stored-return.ts';

type Arguments = Resources['cmd']['get_cmd_details']['arguments'];

/** `cmd.get_cmd_details`: what each minion has made of a command; for one by its exact id, its return as well (raas §7). */
export function getCmdDetails({ commands, returns }: Raas, args: Arguments) {
  const { jid, minion_id_exact: exact } = args;
  const command = commands.get(jid);
  const rows = (command === undefined ? [] : expectedOf(command, returns))
    .filter((one) => exact === null || one.minion_id === exact)
    .map((one) => detailRow(jid, one, exact !== null))
    .filter(
      (row) =>
        holds(row.minion_id, args.minion_id) &&
        holds(row.master_id, args.master_id) &&
        (args.has_errors === null || row.has_errors === args.has_errors) &&
        (args.has_return === null || row.has_return === args.has_return),
    );
  return pageOf(rows, args, (row, name) => row[name as keyof typeof row] as SortKey);
}

/** One that has not returned has no errors, and was last altered when it was sent out. */
function detailRow(
  jid: string,
  { minion_id, master_id, taken, returned }: Expected,
  isFull: boolean,
) {
  return {
    jid,
    minion_id,
    master_id,
    has_return: returned !== undefined,
    has_errors: returned !== undefined && hasErrors(returned),
    alter_time: returned === undefined ? isoformat(taken) : returned.stamp,
    ...(isFull && { full_ret: returned === undefined ? null : fullReturn(returned) }),
  };
}
