import { NotVerified } from '../../not-verified.ts';
import { isVerdict } from '../../failure.ts';
import type { RaasRunOptions } from '../../run-options.ts';
import { clockOf, type TargetClock } from '../clock.ts';
import type { Requests } from '../requests.ts';
import { field } from '../return-of.ts';
import type { Bridge } from './bridge.ts';
import type { Caller } from './caller.ts';
import type { RaasCapability } from './capabilities.ts';
import { WAYS, type Way } from './session.ts';

/** A minion, and the master that it belongs to. */
export interface AttachedMinion {
  readonly master: string;
  readonly minion: string;
  /** Whether no other master has a minion of this id. */
  readonly isAlone: boolean;
  /** Whether it is present, as far as the server tells. */
  readonly isThere: boolean;
}

/** What a RaaS turned out to have. */
export interface RaasSurroundings {
  /** How the run's user signs in where nothing else is said: the first way that works. */
  readonly way: Way;
  readonly clock: TargetClock;
  /** Ids of the masters that are attached. */
  readonly masters: readonly string[];
  /** Minions whose keys are accepted, first those that are there, and whose id no other master knows. */
  readonly minions: readonly AttachedMinion[];
  readonly capabilities: ReadonlySet<RaasCapability>;
}

/**
 * Gets to know a RaaS, by log-in and calls that change nothing.
 *
 * @param callerBy the run's user, signed in one way
 * @throws NotVerified where no way to sign in works
 */
export async function exploreRaas(
  requests: Requests,
  bridge: Bridge,
  callerBy: (way: Way) => Caller,
  options: RaasRunOptions,
): Promise<RaasSurroundings> {
  const clock = await clockOf(requests, options.timeBudget);
  const xsrf = await bridge.xsrf();
  const way = await workingWay(callerBy);
  const caller = callerBy(way);
  const masters = await resultsOf(caller, 'master', 'get_master_details');
  const keys = await resultsOf(caller, 'minions', 'get_minion_key_state');
  const presence = await resultsOf(caller, 'minions', 'get_minion_presence');
  const minions = minionsOf(keys.filter(isAccepted), presence);
  const present: Readonly<Record<RaasCapability, boolean>> = {
    writes: options.allow.includes('writes'),
    'own login': options.credentials !== undefined,
    'limited user': options.limited !== undefined,
    'internal user': options.credentials?.config_name === 'internal',
    superuser: await succeeds(caller, 'admin', 'get_vra_params'),
    master: masters.length > 0,
    minion: minions.length > 0,
    xsrf: xsrf !== undefined,
    'tellable clock': clock.isTellable,
  };
  const names = Object.keys(present) as RaasCapability[];
  return {
    way,
    clock,
    masters: masters.map((master) => String(field(master, 'master_id'))),
    minions,
    capabilities: new Set(names.filter((name) => present[name])),
  };
}

/** Minions by their keys, those first that are there, and of those the ones that are alone of their id. */
function minionsOf(keys: readonly unknown[], presence: readonly unknown[]): AttachedMinion[] {
  const ids = keys.map((key) => field(key, 'minion'));
  const there = presence.filter((row) => field(row, 'status') === 'present').map(placeOf);
  return keys
    .map((key) => ({
      master: String(field(key, 'master')),
      minion: String(field(key, 'minion')),
      isAlone: ids.filter((id) => id === field(key, 'minion')).length === 1,
      isThere: there.includes(placeOf(key)),
    }))
    .toSorted(
      (a, b) => Number(b.isThere) - Number(a.isThere) || Number(b.isAlone) - Number(a.isAlone),
    );
}

function placeOf(row: unknown): string {
  return JSON.stringify([field(row, 'master'), field(row, 'minion')]);
}

async function workingWay(callerBy: (way: Way) => Caller): Promise<Way> {
  const said: string[] = [];
  for (const way of WAYS) {
    try {
      await callerBy(way).ret('api', 'get_versions');
      return way;
    } catch (error) {
      if (!(error instanceof NotVerified) && !isVerdict(error)) throw error;
      said.push(`${way}: ${(error as Error).message.split('\n')[0]}`);
    }
  }
  throw new NotVerified(`needs a way to sign in that works; ${said.join('; ')}`);
}

/** The items of a list that anybody may have or not; none where the call fails. */
async function resultsOf(caller: Caller, resource: string, method: string): Promise<unknown[]> {
  try {
    const { ret } = await caller.rpc(resource, method);
    const results = field(ret, 'results') ?? ret;
    return Array.isArray(results) ? (results as unknown[]) : [];
  } catch (error) {
    if (isVerdict(error)) return [];
    throw error;
  }
}

async function succeeds(caller: Caller, resource: string, method: string): Promise<boolean> {
  try {
    return (await caller.rpc(resource, method)).error === null;
  } catch (error) {
    if (isVerdict(error)) return false;
    throw error;
  }
}

/** The state of a key is a text or a list of it, as releases differ. */
function isAccepted(key: unknown): boolean {
  return [field(key, 'key_state')].flat().includes('accepted');
}
