import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { MasterModule } from '../clients/master-function.ts';
import { traverse } from '../targeting/subdict-match.ts';

/**
 * The `config` runner: options of the master (salt.runners.config; seen on 3006.28, 3007.15 and
 * 3008.3).
 */
export const config: MasterModule = {
  get: {
    signature: signature('get', ['key'], { default: '', delimiter: ':' }),
    doc: 'Answers an option of the master, or what lies below one; else the default.',
    run: (call) => {
      const path = str(argument(call, 'key')).split(str(argument(call, 'delimiter')));
      return traverse(call.master.config.options, path) ?? argument(call, 'default');
    },
  },
};
