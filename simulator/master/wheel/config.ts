import { signature } from '../../python/signature.ts';
import type { MasterModule } from '../clients/master-function.ts';

/** The `config` wheel. */
export const config: MasterModule = {
  values: {
    signature: signature('values'),
    doc: 'Answers the options of the master.',
    run: ({ master }) => master.config.options,
  },
};
