import { signature } from '../../python/signature.ts';
import type { MasterModule } from '../clients/master-function.ts';

/** The `minions` wheel. */
export const minions: MasterModule = {
  connected: {
    signature: signature('connected'),
    doc: 'Answers the minions that presence detection knows; without presence events that is nobody.',
    run: () => [],
  },
};
