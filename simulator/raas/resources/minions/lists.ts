import { isoformat } from '../../../python/datetime.ts';
import type { Json, JsonObject } from '../../json.ts';
import { grainText, valuesOf } from '../../minions/grain-text.ts';
import type { KnownMinion } from '../../minions/known-minion.ts';
import { selectMinions } from '../../minions/select-minions.ts';
import { holds, pageOf, type SortKey } from '../../paging.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

type Methods = Resource<'minions'>;

/** The minions with their grains, those alone whose master has any. */
export const getMinionCache: Methods['get_minion_cache'] = ({ raas, caller, args }) => {
  const found = selectMinions(raas, caller, args).filter(isCached);
  const { count, results } = pageOf(found, args, cacheKey);
  return { count, results: results.map(cacheRow) };
};

/** The minions with their grains and the state of their keys, by what their grains hold. */
export const getMinionDetails: Methods['get_minion_details'] = ({ raas, caller, args }) => {
  if (args.response_file !== null)
    throw new RpcError(
      'NotSimulated',
      'Where RaaS would lay the file, and how it is fetched, is not known.',
      { response_file: 'is not simulated' },
    );
  const exact = args.exact_match ?? false;
  const wanted = Object.entries((args.grains ?? {}) as JsonObject);
  const found = selectMinions(raas, caller, { ...args, exact })
    .filter(isCached)
    .filter(({ grains }) =>
      wanted.every(([name, value]) => hasGrain(grains()[name], value, exact)),
    );
  const { count, results } = pageOf(found, args, detailsKey);
  const rows = results.map((minion) => ({ ...cacheRow(minion), key_state: 'accepted' as const }));
  return { count, results: rows };
};

/** The minions with whether they are there. */
export const getMinionPresence: Methods['get_minion_presence'] = ({ raas, caller, args }) => {
  const { status, ipv4, host } = args;
  const split = args.separate_master_cluster_ids ?? false;
  const rows = selectMinions(raas, caller, args)
    .filter((minion) => grainHolds(minion, 'ipv4', ipv4) && grainHolds(minion, 'host', host))
    .map(({ id, known, presence }) => ({
      minion: id,
      master: split || known.cluster_id === '' ? known.master_id : known.cluster_id,
      ...(split && { cluster_id: known.cluster_id }),
      ...presence(),
    }))
    .filter((row) => status === null || row.status === status);
  const { count, results } = pageOf(rows, args, (row, name) => row[name as 'minion']);
  const shown = results.map((row) => ({ ...row, timestamp: isoformat(row.timestamp) }));
  return { count, results: shown };
};

type CachedMinion = KnownMinion & { readonly grains: () => JsonObject };

function isCached(minion: KnownMinion): minion is CachedMinion {
  return minion.grains !== undefined;
}

function cacheRow({ id, known, grains, alterTime, presence }: CachedMinion) {
  return {
    minion: id,
    master: known.master_id,
    grains: grains(),
    alter_time: isoformat(alterTime),
    presence: presence().status,
  };
}

function cacheKey(minion: CachedMinion, name: string): SortKey {
  switch (name) {
    case 'alter_time':
      return minion.alterTime;
    case 'minion':
      return minion.id;
    case 'master':
      return minion.known.master_id;
    case 'presence':
      return minion.presence().status;
    default:
      return grainText(minion.grains()[name]);
  }
}

/** Sorts by a grain, or by the master's id. */
function detailsKey(minion: CachedMinion, name: string): SortKey {
  if (name === 'master_id') return minion.known.master_id;
  const grain = minion.grains()[name];
  return typeof grain === 'number' ? grain : grainText(grain);
}

/** Whether one value of a grain is the wanted one, or its text holds the wanted text. */
function hasGrain(grain: Json | undefined, wanted: Json, isExact: boolean): boolean {
  const values = valuesOf(grain).map(grainText);
  const text = grainText(wanted);
  return isExact
    ? values.includes(text) || grainText(grain) === text
    : values.some((value) => holds(value, text));
}

function grainHolds({ grains }: KnownMinion, name: string, part: string | null): boolean {
  return part === null || hasGrain(grains?.()[name], part, false);
}
