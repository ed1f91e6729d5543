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
};

function ofEach(
  { arguments: { named }, master }: MasterCall,
  part: (minion: Minion) => PyDict,
): PyDict {
  const tgt = named.get('tgt') ?? '*';
  const ids = master.minionsOf(tgt, str(named.get('tgt_type') ?? null));
  return new Map<string, PyValue>(
    ids.flatMap((id) => {
      const minion = master.fleet.get(id);
      return minion === undefined ? [] : [[id, part(minion)]];
    }),
  );
}
