import type { Resource } from '../../rpc/resource.ts';
import { deployMinionMethod, getMinionDeployments } from './deployments.ts';
import { getMinionGrainKeys, getMinionGrainValues } from './grains.ts';
import { getMinionKeyState, setMinionKeyState } from './keys.ts';
import { getMinionCache, getMinionDetails, getMinionPresence } from './lists.ts';
import {
  deleteMinionCache,
  deleteMinionKeyState,
  saveMinionCache,
  saveMinionKeyState,
} from './pushed.ts';

/** The resource `minions`: the minions of all masters (raas §7). */
export const minions: Resource<'minions'> = {
  delete_minion_cache: deleteMinionCache,
  delete_minion_key_state: deleteMinionKeyState,
  deploy_minion: deployMinionMethod,
  get_minion_cache: getMinionCache,
  get_minion_deployments: getMinionDeployments,
  get_minion_details: getMinionDetails,
  get_minion_grain_keys: getMinionGrainKeys,
  get_minion_grain_values: getMinionGrainValues,
  get_minion_key_state: getMinionKeyState,
  get_minion_presence: getMinionPresence,
  save_minion_cache: saveMinionCache,
  save_minion_key_state: saveMinionKeyState,
  set_minion_key_state: setMinionKeyState,
};
