import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { MasterModule } from '../clients/master-function.ts';
import { getFromMine } from '../mine.ts';
import { publishAndGather } from '../publish-and-gather.ts';

/**
 * The `mine` runner: the mine as the master looks into it (salt.runners.mine; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export const mine: MasterModule = {
  get: {
    signature: signature('get', ['tgt', 'fun'], { tgt_type: 'glob' }),
    doc: 'Answers what the targeted minions have in the mine under these functions.',
    run: (call) =>
      getFromMine(call.master, call.master.config.id, {
        tgt: argument(call, 'tgt'),
        fun: argument(call, 'fun'),
        tgtType: str(argument(call, 'tgt_type')),
      }),
  },
  update: {
    signature: signature('update', ['tgt'], {
      tgt_type: 'glob',
      clear: false,
      mine_functions: null,
    }),
    doc: 'Has the targeted minions send their functions to the mine, and answers what they return.',
    run: (call) =>
      publishAndGather(call.master, {
        tgt: argument(call, 'tgt'),
        tgtType: str(argument(call, 'tgt_type')),
        fun: 'mine.update',
        arg: [],
        // Salt hands the rest to its client in a way that does not reach the minions.
        kwarg: new Map(),
      }),
  },
};
