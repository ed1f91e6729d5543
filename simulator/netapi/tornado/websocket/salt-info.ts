import type { SaltEvent } from '../../../master/event-bus.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dict, isDict, type PyDict } from '../../../python/value.ts';
import { get, keyOf, listOf, MissingKey, within } from '../../listeners/missing-key.ts';
import { SeenJobs } from '../../listeners/seen-jobs.ts';

/**
 * What /formatted_events makes of the events: the jobs and minions that a listener has heard of,
 * told anew in whole with every event that tells of them (event_processor.py, the same in 3006.28,
 * 3007.15 and 3008.3).
 */
export class SaltInfo {
  readonly #send: (text: string) => void;
  readonly #askForGrains: (tgt: string) => Promise<void>;
  readonly #seen = new SeenJobs();
  readonly #minions: PyDict = new Map();

  /** @param askForGrains has minions that are new tell their grains */
  constructor(send: (text: string) => void, askForGrains: (tgt: string) => Promise<void>) {
    this.#send = send;
    this.#askForGrains = askForGrains;
  }

  /**
   * Tells what an event changes, if anything.
   *
   * @throws MissingKey for an event that Salt's own code trips over
   * @throws SaltError where minions cannot be asked for their grains
   */
  async process({ tag, data }: SaltEvent): Promise<void> {
    const parts = tag.split('/');
    switch (parts[1]) {
      case 'job':
        return this.#job(parts, data);
      case 'key':
        return this.#key(data);
      case 'presence':
        return this.#presence(data);
      default:
    }
  }

  #job(parts: readonly string[], data: PyDict): void {
    // `salt/job/error` has no such part.
    if (parts.length < 4) throw new MissingKey('3');
    if (parts[3] === 'new') {
      this.#seen.start(data);
      this.#publishJobs();
    } else if (parts[3] === 'ret') {
      const id = this.#seen.return(parts, data);
      this.#publishJobs();
      if (get(data, 'fun') !== 'grains.items') return;
      within(this.#minions, id).set('grains', get(data, 'return'));
      this.#publishMinions();
    }
  }

  /** Salt looks for the words of old; from 3008 on keys are `accepted`, which changes nothing here. */
  #key(data: PyDict): void {
    const act = get(data, 'act');
    if (act === 'delete') this.#minions.delete(keyOf(get(data, 'id')));
    else if (act === 'accept') within(this.#minions, keyOf(get(data, 'id')));
    this.#publishMinions();
  }

  /** What is told to be new or lost counts; where nothing is, who is present. */
  async #presence(data: PyDict): Promise<void> {
    const present = idsIn(data, 'present');
    const lost = idsIn(data, 'lost');
    const dropped = lost.length > 0 ? lost : this.#known().filter((id) => !present.includes(id));
    for (const id of dropped) this.#minions.delete(id);
    const news = idsIn(data, 'new');
    const known = this.#known();
    const added = news.length > 0 ? news : present.filter((id) => !known.includes(id));
    for (const id of added) this.#minions.set(id, new Map());
    if (added.length > 0) await this.#askForGrains(added.join(','));
    if (dropped.length > 0 || added.length > 0) this.#publishMinions();
  }

  #known(): string[] {
    return [...this.#minions.keys()].filter((id) => typeof id === 'string');
  }

  #publishJobs(): void {
    this.#send(`${dumps(dict({ jobs: this.#seen.jobs }))}\n\n`);
  }

  #publishMinions(): void {
    const minions: PyDict = new Map();
    for (const [id, info] of this.#minions)
      minions.set(id, new Map([...(isDict(info) ? info : []), ['id', id]]));
    this.#send(`${dumps(dict({ minions }))}\n\n`);
  }
}

/** The ids of a list, each once; none where there is no list. */
function idsIn(data: PyDict, name: string): string[] {
  return data.has(name) ? [...new Set(listOf(get(data, name)))] : [];
}
