import { derivedPublicKey } from '../master/derived-public-key.ts';
import type { KeyState, Minion } from '../master/fleet.ts';
import type { MachineSettings } from '../master/minion/machine-settings.ts';
import type { Random } from '../master/random.ts';
import type { PyDict } from '../python/value.ts';

/** What a fleet file says of a minion, defaults filled in. */
export interface MinionFacts {
  readonly id: string;
  readonly key: KeyState;
  readonly up: boolean;
  readonly grains: PyDict;
  readonly pillar: PyDict;
  readonly pub: string | undefined;
  readonly opts: PyDict | undefined;
  readonly settings: MachineSettings | undefined;
}

/** A minion of a fleet file. */
export class FleetMinion implements Minion {
  readonly id: string;
  key: KeyState;
  up: boolean;
  readonly grains: PyDict;
  pillar: PyDict;
  readonly opts: PyDict | undefined;
  readonly settings: MachineSettings | undefined;
  readonly #pub: string | undefined;
  readonly #random: Random;

  /** @param random gives its key, where the file names none */
  constructor(facts: MinionFacts, random: Random) {
    const { id, key, up, grains, pillar, pub, opts, settings } = facts;
    this.id = id;
    this.key = key;
    this.up = up;
    this.grains = grains;
    this.pillar = pillar;
    this.opts = opts;
    this.settings = settings;
    this.#pub = pub;
    this.#random = random;
  }

  /** Derived anew whenever it is asked for: the keys of a great fleet would fill the memory. */
  get pub(): string {
    return this.#pub ?? derivedPublicKey(this.#random.named(this.id));
  }
}
