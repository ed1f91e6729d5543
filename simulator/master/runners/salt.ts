import { argument } from '../../python/argument.ts';
import { integerOf } from '../../python/int.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isTruthy } from '../../python/value.ts';
import type { MasterModule } from '../clients/master-function.ts';
import { kwargOf, publishAndGather } from '../publish-and-gather.ts';

/**
 * The `salt` runner: execution functions on the master, and on minions (salt.runners.salt; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const salt: MasterModule = {
  cmd: {
    signature: signature('cmd', ['fun'], {}, { varargs: true, kwargs: true }),
    doc: 'Runs an execution function on the master itself and answers what it returns.',
    run: (call) => {
      const { varargs, kwargs } = call.arguments;
      return call.master.minions.runOnMaster(str(argument(call, 'fun')), varargs, kwargs);
    },
  },
  execute: {
    signature: signature(
      'execute',
      ['tgt', 'fun'],
      { arg: [], timeout: null, tgt_type: 'glob', ret: '', jid: '', kwarg: null },
      { kwargs: true },
    ),
    doc: 'Runs an execution function on the targeted minions and answers what they return.',
    run: (call) => {
      const arg = argument(call, 'arg');
      const timeout = argument(call, 'timeout');
      const seconds = isTruthy(timeout) ? integerOf(timeout) : undefined;
      return publishAndGather(call.master, {
        tgt: argument(call, 'tgt'),
        tgtType: str(argument(call, 'tgt_type')),
        fun: argument(call, 'fun'),
        arg: Array.isArray(arg) ? arg : [arg],
        kwarg: kwargOf(argument(call, 'kwarg')),
        ...(seconds !== undefined && { timeout: seconds }),
      });
    },
  },
};
