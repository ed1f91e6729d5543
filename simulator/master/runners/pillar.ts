import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { MasterModule } from '../clients/master-function.ts';

/**
 * The `pillar` runner: pillar as the master compiles it, on no line masked (salt.runners.pillar;
 * seen on 3006.28, 3007.15 and 3008.3).
 */
export const pillar: MasterModule = {
  show_pillar: {
    signature: signature('show_pillar', [], { minion: '*' }, { kwargs: true }),
    doc: 'Answers the pillar of one minion.',
    run: (call) => call.master.fleet.get(str(argument(call, 'minion')))?.pillar ?? new Map(),
  },
};
