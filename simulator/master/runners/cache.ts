import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import type { MasterCall, MasterModule } from '../clients/master-function.ts';
import type { Minion } from '../fleet.ts';

const KWARGS = { kwargs: true };

/**
 * The `cache` runner: what the master keeps of accepted minions, whether they are up or not (seen
 * on 3006.28, 3007.15 and 3008.3).
 */
export const cache: MasterModule = {
  grains: {
    signature: signature('grains', ['tgt'], { tgt_type: 'glob' }, KWARGS),
    doc: 'Answers the grains of the targeted minions.',
    run: (call) => ofEach(call, ({ grains }) => grains),
  },
  pillar: {
    signature: signature('pillar', [], { tgt: null, tgt_type: 'glob' }, KWARGS),
    doc: 'Answers the pillar of the targeted minions, of all where there is no target.',
    run: (call) => ofEach(call, ({ pillar }) => pillar),
  },
  mine: {
    signature: signature('mine', [], { tgt: null, tgt_type: 'glob' }, KWARGS),
    doc: 'Answers what the targeted minions have sent to the mine.',
    run: (call) => ofEach(call, ({ id }) => call.master.mine.of(id)),
  },
  clear_mine: {
    signature: signature('clear_mine', [], { tgt: null, tgt_type: 'glob' }),
    doc: 'Forgets all that the targeted minions have sent to the mine; false without a target.',
    run: (call) => clearEach(call, (id) => call.master.mine.flush(id)),
  },
  clear_mine_func: {
    signature: signature('clear_mine_func', [], {
      tgt: null,
      tgt_type: 'glob',
      clear_mine_func_flag: null,
    }),
    doc: 'Forgets one function of the targeted minions in the mine; false without a target.',
    run: (call) => {
      const fun = argument(call, 'clear_mine_func_flag');
      return clearEach(call, (id) => call.master.mine.delete(id, fun));
    },
  },
  store: {
    signature: signature('store', ['bank', 'key', 'data'], { cachedir: null }),
    doc: 'Keeps a value under a key of a bank.',
    run: (call) => {
      call.master.cache.store(text(call, 'bank'), text(call, 'key'), argument(call, 'data'));
      return null;
    },
  },
  fetch: {
    signature: signature('fetch', ['bank', 'key'], { cachedir: null }),
    doc: 'Answers the value that was stored under a key of a bank, else an empty dict.',
    run: (call) => call.master.cache.get(text(call, 'bank'), text(call, 'key')) ?? new Map(),
  },
  list: {
    signature: signature('list_', ['bank'], { cachedir: null }),
    doc: 'Answers the keys of a bank under which something was stored.',
    run: (call) => call.master.cache.list(text(call, 'bank')),
  },
  flush: {
    signature: signature('flush', ['bank'], { key: null, cachedir: null }),
    doc: 'Forgets a key of a bank, or all of it.',
    run: (call) => {
      const key = argument(call, 'key');
      call.master.cache.flush(text(call, 'bank'), key === null ? undefined : str(key));
      return true;
    },
  },
};

function text(call: MasterCall, name: string): string {
  return str(argument(call, name));
}

function clearEach(call: MasterCall, clear: (id: string) => void): boolean {
  const tgt = argument(call, 'tgt');
  if (tgt === null) return false;
  for (const id of call.master.minionsOf(tgt, text(call, 'tgt_type'))) clear(id);
  return true;
}

function ofEach(call: MasterCall, part: (minion: Minion) => PyDict): PyDict {
  const { master } = call;
  const ids = master.minionsOf(argument(call, 'tgt') ?? '*', text(call, 'tgt_type'));
  return new Map<string, PyValue>(
    ids.flatMap((id) => {
      const minion = master.fleet.get(id);
      return minion === undefined ? [] : [[id, part(minion)]];
    }),
  );
}
