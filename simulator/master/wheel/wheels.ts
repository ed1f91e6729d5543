import { functionsOf, type MasterFunctions } from '../clients/master-function.ts';
import type { Master } from '../master.ts';
import { config } from './config.ts';
import { generateKeys } from './key/generate-keys.ts';
import { key } from './key/key.ts';
import { minions } from './minions.ts';

const WHEELS = functionsOf({ config, key: { ...key, ...generateKeys }, minions });
const WITHOUT_GLOB_MATCH = new Map([...WHEELS].filter(([name]) => name !== 'key.glob_match'));

/** The wheel functions that the master's line has. */
export function wheelsOf({ profile }: Pick<Master, 'profile'>): MasterFunctions {
  return profile.hasKeyGlobMatch ? WHEELS : WITHOUT_GLOB_MATCH;
}
