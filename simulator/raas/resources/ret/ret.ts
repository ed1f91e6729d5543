import { expectAttached } from '../../masters/attached-master.ts';
import { holds } from '../../paging.ts';
import { loadOf } from '../../returns/load-of.ts';
import { fullReturn, type FullReturn } from '../../returns/stored-return.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { getReturns } from './get-returns.ts';

/** The resource `ret`: what jobs returned, those that RaaS gave and others (raas §7). */
export const ret: Resource<'ret'> = {
  get_fun({ raas, args }) {
    const last = new Map<string, FullReturn>();
    for (const stored of raas.returns.all())
      if (holds(stored.fun, args.fun)) last.set(stored.minion_id, fullReturn(stored));
    return Object.fromEntries(last);
  },
  async get_jid({ raas, args: { jid, master_id } }) {
    const found = raas.returns
      .of(jid)
      .filter(({ master }) => holds(master.master_id, master_id))
      .map((stored) => [stored.minion_id, fullReturn(stored)] as const);
    await raas.engine.lookedAt();
    return Object.fromEntries(found);
  },
  get_jids({ raas, args: { start, end, limit } }) {
    const jids = raas.returns
      .jids()
      .filter((jid) => (start === null || jid >= start) && (end === null || jid <= end))
      .toSorted();
    const shown = limit === null || limit < 1 ? jids : jids.slice(0, limit);
    return Object.fromEntries(
      shown.flatMap((jid) => {
        const [load] = raas.returns.loadsOf(jid).values();
        return load === undefined ? [] : [[jid, loadOf(load)]];
      }),
    );
  },
  get_load({ raas, args: { master_id, jid } }) {
    const { master_id: id } = expectAttached(raas.masters, master_id);
    const load = raas.returns.loadsOf(jid).get(id);
    if (load !== undefined) return loadOf(load);
    throw new RpcError('NotFound', `The master ${id} has published nothing as ${jid}.`, { jid });
  },
  get_minions({ raas }) {
    const minions = new Map(
      raas.masters.map(({ master_id }): [string, Set<string>] => [master_id, new Set()]),
    );
    for (const { master, minion_id } of raas.returns.all())
      if (minion_id !== master.master_id) minions.get(master.master_id)?.add(minion_id);
    return Object.fromEntries([...minions].map(([id, ids]) => [id, [...ids].toSorted()]));
  },
  async get_returns(call) {
    const returns = getReturns(call);
    await call.raas.engine.lookedAt();
    return returns;
  },
};
