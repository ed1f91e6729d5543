import type { Random } from '../../master/random.ts';
import { newUuid } from '../uuid.ts';
import type { Future } from './futures.ts';

/** Which future an uuid stands for. */
export interface KnownFuture {
  readonly schedule_uuid: string;
  /** Without splay, in microseconds since the epoch. */
  readonly time: number;
}

/** The futures that somebody was told of, by the uuids that they were told. */
export class KnownFutures {
  readonly #random: Random;
  readonly #known = new Map<string, KnownFuture>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** The uuid of a future, always the same. */
  uuidOf({ schedule, time }: Future): string {
    const uuid = newUuid(this.#random.named(`future ${schedule.uuid} ${time}`));
    this.#known.set(uuid, { schedule_uuid: schedule.uuid, time });
    return uuid;
  }

  get(uuid: string): KnownFuture | undefined {
    return this.#known.get(uuid);
  }

  /** Forgets what has been before an instant. */
  forget(before: number): void {
    for (const [uuid, { time }] of this.#known) if (time < before) this.#known.delete(uuid);
  }
}
