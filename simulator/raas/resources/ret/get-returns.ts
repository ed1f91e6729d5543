import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { isHighstate } from '../../commands/command.ts';
import { holds, pageOf, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { argsOf, fullReturn, hasErrors, type StoredReturn } from '../../returns/stored-return.ts';
import { callOf } from '../../returns/call-of.ts';
import { minionsOfGroup } from '../../targets/minions-of-group.ts';

type Arguments = Resources['ret']['get_returns']['arguments'];

/** `ret.get_returns`: what masters and minions returned, to whatever job (raas §7). */
export function getReturns(call: Call<Arguments>) {
  const { raas, args } = call;
  const isInTarget = minionsOfGroup(call, args.match_tgt_uuid, 'match_tgt_uuid');
  const found = raas.returns
    .all()
    .filter((one) => matches(raas, one, args))
    .filter(({ master, minion_id }) => isInTarget({ master_id: master.master_id, minion_id }));
  const page = pageOf(found, args, (one, name) => sortKey(raas, one, name));
  return { count: page.count, limit: args.limit ?? 0, results: page.results.map(returnRow) };
}

function returnRow(stored: StoredReturn) {
  const { jid, minion_id, master } = stored;
  const full = fullReturn(stored);
  return {
    alter_time: stored.stamp,
    full_ret: full,
    fun: stored.fun,
    fun_args: [...argsOf(stored)],
    has_errors: hasErrors(stored),
    jid,
    master: master.master_id,
    master_uuid: master.uuid,
    minion_id,
    return: full.return,
  };
}

function matches(raas: Raas, stored: StoredReturn, args: Arguments): boolean {
  const { jid, minion_id, master } = stored;
  const command = raas.commands.get(jid);
  return (
    holds(jid, args.jid) &&
    (args.start === null || jid >= args.start) &&
    (args.end === null || jid <= args.end) &&
    holds(master.master_id, args.master_id) &&
    holds(minion_id, args.minion_id) &&
    holds(stored.fun, args.fun) &&
    holds(userOf(raas, stored), args.user) &&
    holds(command?.job?.name ?? null, args.job_name) &&
    (args.job_uuid === null || args.job_uuid === command?.job?.uuid) &&
    holds(command?.target?.name ?? null, args.tgt_name) &&
    (args.tgt_uuid === null || args.tgt_uuid === command?.target?.uuid) &&
    (args.args === null || holds(JSON.stringify(argsOf(stored)), args.args)) &&
    (args.highstate === null || args.highstate === isHighstate(stored.fun, callOf(stored))) &&
    (args.has_errors === null || args.has_errors === hasErrors(stored))
  );
}

/** Who gave the job: the user of RaaS, else whom the master knows. */
function userOf({ commands }: Raas, { jid, user }: StoredReturn): string {
  return commands.get(jid)?.user.name ?? user;
}

function sortKey(raas: Raas, stored: StoredReturn, name: string): SortKey {
  const command = raas.commands.get(stored.jid);
  switch (name) {
    case 'jid':
      return stored.jid;
    case 'minion_id':
      return stored.minion_id;
    case 'master_id':
      return stored.master.master_id;
    case 'fun':
      return stored.fun;
    case 'has_errors':
      return hasErrors(stored);
    case 'job_name':
      return command?.job?.name;
    case 'tgt_name':
      return command?.target?.name;
    case 'user':
      return userOf(raas, stored);
    default:
      return stored.stamp;
  }
}
