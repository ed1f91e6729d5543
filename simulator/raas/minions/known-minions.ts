import type { Clock } from '../../master/clock.ts';
import { KEY_STATES, type KeyState } from '../../master/fleet.ts';
import { toJson, type JsonObject } from '../json.ts';
import { lastHeartbeat } from '../masters/heartbeat.ts';
import { lastSeenOf, type KnownMaster } from '../masters/known-master.ts';
import type { Masters } from '../masters/masters.ts';
import type { KnownMinion } from './known-minion.ts';
import { minionPresence } from './minion-presence.ts';
import { MinionSigns } from './minion-signs.ts';
import { Pushes } from './pushes.ts';

/** The grains of a minion, and when they came, in microseconds. */
interface CachedGrains {
  readonly grains: () => JsonObject;
  readonly at: number;
}

/**
 * What RaaS knows of minions. Of an attached master it is what that master knows itself, as its
 * plugin pushes all that changes; something else that is pushed in its name holds until its next
 * heartbeat. Of a client that acts as a master it is what that has pushed.
 */
export class KnownMinions {
  readonly #clock: Clock;
  readonly #signs = new Map<string, MinionSigns>();
  readonly #keys = new Pushes<KeyState>();
  readonly #cache = new Pushes<CachedGrains>();

  constructor(masters: Masters, clock: Clock) {
    this.#clock = clock;
    masters.onAttach(({ master_id, master }) => {
      if (this.#signs.has(master_id)) return;
      const signs = new MinionSigns(master, clock, () => this.#keys.forget(master_id));
      this.#signs.set(master_id, signs);
    });
  }

  /** The keys that a master has, with their states. */
  keysOf(known: KnownMaster): ReadonlyMap<string, KeyState> {
    const pushed = this.#keys.since(known.master_id, this.#overtaken(known));
    if (pushed !== undefined || known.master === undefined) return pushed ?? new Map();
    const { fleet } = known.master;
    return new Map(
      KEY_STATES.flatMap((state) =>
        fleet.withKey(state).map(({ id }): [string, KeyState] => [id, state]),
      ),
    );
  }

  /** The minions of a master whose keys are accepted. */
  acceptedOf(known: KnownMaster): KnownMinion[] {
    const cache = this.#cacheOf(known);
    const signs = this.#signs.get(known.master_id);
    const now = this.#clock.now();
    return [...this.keysOf(known)]
      .filter(([, state]) => state === 'accepted')
      .map(([id]) => ({
        id,
        known,
        grains: cache.get(id)?.grains,
        alterTime: cache.get(id)?.at ?? 0,
        presence: () => minionPresence(known, id, signs?.waiting.get(id), now),
      }));
  }

  /** Notes the keys of a master, all of them. */
  saveKeys(known: KnownMaster, keys: Map<string, KeyState>): void {
    this.#keys.save(known.master_id, keys, this.#touch(known));
  }

  /** Notes one key of a client that acts as a master; undefined forgets it. */
  saveKey(known: KnownMaster, id: string, state: KeyState | undefined): void {
    const keys = new Map(this.keysOf(known));
    if (state === undefined) keys.delete(id);
    else keys.set(id, state);
    this.#keys.save(known.master_id, keys, this.#clock.now());
  }

  /** Notes grains of minions in place of those they had, and forgets those of others. */
  saveCache(
    known: KnownMaster,
    update: ReadonlyMap<string, JsonObject>,
    forget: readonly string[],
  ): void {
    const at = this.#touch(known);
    const keys = this.keysOf(known);
    const cache = new Map(this.#cacheOf(known));
    for (const [id, grains] of update)
      if (keys.get(id) === 'accepted') cache.set(id, { grains: () => grains, at });
    for (const id of forget) cache.delete(id);
    this.#cache.save(known.master_id, cache, at);
  }

  #cacheOf(known: KnownMaster): ReadonlyMap<string, CachedGrains> {
    const pushed = this.#cache.since(known.master_id, this.#overtaken(known));
    if (pushed !== undefined || known.master === undefined) return pushed ?? new Map();
    const refreshed = this.#signs.get(known.master_id)?.refreshed;
    const since = known.attachedAt ?? known.lastPush;
    return new Map(
      known.master.fleet
        .accepted()
        .filter(({ grains }) => grains.size > 0)
        .map(({ id, grains }): [string, CachedGrains] => [
          id,
          { grains: () => toJson(grains) as JsonObject, at: refreshed?.get(id) ?? since },
        ]),
    );
  }

  /** What was pushed before this is no longer so: a running plugin has pushed since then. */
  #overtaken({ attachedAt }: KnownMaster): number {
    return attachedAt === undefined ? 0 : lastHeartbeat(attachedAt, this.#clock.now());
  }

  /** A master that pushes shows that it is there. */
  #touch(known: KnownMaster): number {
    const now = this.#clock.now();
    known.lastPush = Math.max(now, lastSeenOf(known, now));
    return now;
  }
}
