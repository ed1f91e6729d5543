import type { KeyState } from '../../../master/fleet.ts';
import type { JsonObject } from '../../json.ts';
import { expectMaster } from '../../masters/master-caller.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';

type Methods = Resource<'minions'>;

/** Notes the states of all keys, as a master tells them. */
export const saveMinionKeyState: Methods['save_minion_key_state'] = ({ raas, caller, args }) => {
  const { master_id, keys } = args;
  expectMaster(raas, caller, master_id);
  const states: readonly (readonly [KeyState, readonly string[]])[] = [
    ['accepted', keys.minions],
    ['pending', keys.minions_pre],
    ['rejected', keys.minions_rejected],
    ['denied', keys.minions_denied],
  ];
  const told = states.flatMap(([state, ids]) => ids.map((id): [string, KeyState] => [id, state]));
  raas.minions.saveKeys(raas.knownMasters.expect(master_id), new Map(told));
  raas.metrics.add('raas_master_minion_keys_pushed', master_id);
  return null;
};

/** Forgets the states of all keys of a master, of every master where none is named. */
export const deleteMinionKeyState: Methods['delete_minion_key_state'] = ({ raas, args }) => {
  for (const known of mastersOf(raas, args.master_id)) raas.minions.saveKeys(known, new Map());
  return null;
};

/** Notes grains of minions, as a master tells them. */
export const saveMinionCache: Methods['save_minion_cache'] = ({ raas, caller, args }) => {
  const { master_id, minions_delta } = args;
  expectMaster(raas, caller, master_id);
  const known = raas.knownMasters.expect(master_id);
  const update = Object.entries((minions_delta.update ?? {}) as Record<string, JsonObject>);
  raas.minions.saveCache(known, new Map(update), minions_delta.delete ?? []);
  raas.metrics.add('raas_master_minion_cache_pushed', master_id);
  raas.metrics.add('sse_minion_grains_saved', master_id, update.length);
  return null;
};

/** Forgets the grains of a minion, or of all; of one master, or of all. */
export const deleteMinionCache: Methods['delete_minion_cache'] = ({ raas, args }) => {
  for (const known of mastersOf(raas, args.master_id)) {
    const ids = raas.minions
      .acceptedOf(known)
      .map(({ id }) => id)
      .filter((id) => args.minion_id === null || id === args.minion_id);
    raas.minions.saveCache(known, new Map(), ids);
    raas.metrics.add('sse_minion_grains_deleted', known.master_id, ids.length);
  }
  return null;
};

function mastersOf({ knownMasters }: Raas, master_id: string | null) {
  return master_id === null ? knownMasters.list() : [knownMasters.expect(master_id)];
}
