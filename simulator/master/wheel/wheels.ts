import { functionsOf } from '../clients/master-function.ts';
import { config } from './config.ts';
import { generateKeys } from './generate-keys.ts';
import { key } from './key.ts';
import { minions } from './minions.ts';

/** The wheel functions of every simulated master. */
export const WHEELS = functionsOf({ config, key: { ...key, ...generateKeys }, minions });
