import type { Clock } from '../../master/clock.ts';
import type { Master } from '../../master/master.ts';
import type { Random } from '../../master/random.ts';
import type { JsonObject } from '../json.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import { newUuid } from '../uuid.ts';
import type { AttachedMaster } from './attached-master.ts';
import { lastSeenOf, type KnownMaster } from './known-master.ts';
import { MasterKeys, type MasterKey, type MasterKeyAction } from './master-keys.ts';
import { currentPlugin, unknownPlugin } from './plugin-state.ts';

/** What is saved of a master; null for what is left as it is. */
export interface SavedMaster {
  readonly master_id: string | null;
  readonly master_uuid: string | null;
  readonly cluster_id: string | null;
  readonly grains: JsonObject | null;
}

/** The masters that RaaS has heard of, and those among them that are attached. */
export class Masters {
  readonly keys: MasterKeys;
  /** Simulated masters whose plugin runs; the list stays the same one. */
  readonly attached: AttachedMaster[] = [];
  readonly #clock: Clock;
  readonly #random: Random;
  /** By id. */
  readonly #known = new Map<string, KnownMaster>();
  /** Every simulated master by id, attached or not: each stays the same one. */
  readonly #simulated = new Map<string, AttachedMaster>();
  readonly #onAttach: ((attached: AttachedMaster) => void)[] = [];

  constructor(masters: ReadonlyMap<string, Master>, clock: Clock, random: Random) {
    this.#clock = clock;
    this.#random = random;
    this.keys = new MasterKeys(clock);
    for (const [master_id, master] of masters) {
      this.#simulated.set(master_id, { uuid: newUuid(random), master_id, master });
      this.keys.add(master_id, master.pub, 'accepted');
      this.#attach(master_id);
    }
  }

  /** Calls back for every master that is attached now, and for each that will be. */
  onAttach(callback: (attached: AttachedMaster) => void): void {
    this.#onAttach.push(callback);
    for (const attached of this.attached) callback(attached);
  }

  list(): KnownMaster[] {
    return [...this.#known.values()];
  }

  get(master_id: string): KnownMaster | undefined {
    return this.#known.get(master_id);
  }

  /** @throws RpcError NotFound where there is no such master */
  expect(master_id: string): KnownMaster {
    const known = this.get(master_id);
    if (known !== undefined) return known;
    throw new RpcError('NotFound', `There is no master ${master_id}.`, {
      master_id: `is no master: ${master_id}`,
    });
  }

  /** @throws RpcError NotFound where there is no such master */
  withUuid(uuid: string): KnownMaster {
    const known = this.list().find((master) => master.uuid === uuid);
    if (known !== undefined) return known;
    throw new RpcError('NotFound', `There is no master with the uuid ${uuid}.`, {
      master_uuid: `is no master: ${uuid}`,
    });
  }

  /**
   * Notes a master, or what is new of one.
   *
   * @throws RpcError where neither an id nor a uuid is given, or there is none of the uuid
   */
  save({ master_id, master_uuid, cluster_id, grains }: SavedMaster): KnownMaster {
    if (master_id === null && master_uuid === null)
      throw new RpcError('InvalidRequest', 'A master needs an id or a uuid.', {
        master_id: 'is missing',
      });
    const known =
      master_uuid === null
        ? (this.get(master_id ?? '') ?? this.#add(master_id ?? ''))
        : this.withUuid(master_uuid);
    if (cluster_id !== null) known.cluster_id = cluster_id;
    if (grains !== null) known.grains = grains;
    known.lastPush = this.#clock.now();
    return known;
  }

  /** Forgets a master. It comes back when its key is accepted anew. */
  delete({ master_id }: KnownMaster): void {
    this.#detach(master_id);
    this.#known.delete(master_id);
  }

  /** A simulated master that starts: it shows its key, and is attached if that is accepted. */
  start(master_id: string, master: Master): void {
    this.#simulated.set(master_id, { uuid: newUuid(this.#random), master_id, master });
    if (this.keys.show(master_id, master.pub).state === 'accepted') this.#attach(master_id);
  }

  /** Accepts, rejects or deletes the key of a master, which attaches or detaches it. */
  decide(key: MasterKey, action: MasterKeyAction): void {
    const { master_id } = key;
    if (action === 'accept') {
      key.state = 'accepted';
      this.#attach(master_id);
      return;
    }
    this.#detach(master_id);
    if (action === 'reject') key.state = 'rejected';
    else this.keys.delete(key, this.#simulated.has(master_id));
  }

  #add(master_id: string): KnownMaster {
    const simulated = this.#simulated.get(master_id);
    const known: KnownMaster = {
      uuid: simulated?.uuid ?? newUuid(this.#random),
      master_id,
      cluster_id: '',
      grains: undefined,
      master: simulated?.master,
      attachedAt: undefined,
      lastPush: this.#clock.now(),
      plugin: simulated === undefined ? unknownPlugin() : currentPlugin(),
    };
    this.#known.set(master_id, known);
    return known;
  }

  #attach(master_id: string): void {
    const attached = this.#simulated.get(master_id);
    if (attached === undefined) return;
    const known = this.get(master_id) ?? this.#add(master_id);
    if (known.attachedAt !== undefined) return;
    known.attachedAt = this.#clock.now();
    this.attached.push(attached);
    for (const callback of this.#onAttach) callback(attached);
  }

  #detach(master_id: string): void {
    const known = this.get(master_id);
    if (known === undefined) return;
    known.lastPush = lastSeenOf(known, this.#clock.now());
    known.attachedAt = undefined;
    const at = this.attached.findIndex((attached) => attached.master_id === master_id);
    if (at >= 0) this.attached.splice(at, 1);
  }
}
