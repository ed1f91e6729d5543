import type { SaltEvent } from '../../../master/event-bus.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dict, isDict, type PyDict, type PyScalar } from '../../../python/value.ts';
import { get, keyOf, listOf, MissingKey, within } from '../../listeners/missing-key.ts';
import { SeenJobs } from '../../listeners/seen-jobs.ts';

/**
 * What `format_events` makes of the events: the jobs and minions that a listener has heard of, told
 * anew in whole whenever one of them changes (event_processor.py, the same in 3006.28, 3007.15 and
 * 3008.3).
 */
export class SaltInfo {
  readonly #send: (text: string) => void;
  readonly #seen = new SeenJobs();
  #minions: PyDict = new Map();

  constructor(send: (text: string) => void) {
    this.#send = send;
  }

  /**
   * Tells what an event changes, if anything. False for an event that Salt's own code trips over:
   * its process dies, and the listener hears nothing any more.
   */
  process(event: SaltEvent): boolean {
    try {
      this.#process(event);
      return true;
    } catch (error) {
      if (error instanceof MissingKey) return false;
      throw error;
    }
  }

  #process({ tag, data }: SaltEvent): void {
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
      if (get(data, 'fun') === 'grains.items') this.#minions = new Map();
    } else if (parts[3] === 'ret') {
      const minion = this.#seen.return(parts, data);
      this.#publishJobs();
      if (get(data, 'fun') === 'grains.items') this.#grains(minion, data);
    }
  }

  #grains(id: string, data: PyDict): void {
    within(this.#minions, id).set('grains', get(data, 'return'));
    this.#publishMinions();
  }

  /** Salt looks for the words of old; from 3008 on keys are `accepted`, which changes nothing here. */
  #key(data: PyDict): void {
    const act = get(data, 'act');
    if (act === 'delete') this.#minions.delete(keyOf(get(data, 'id')));
    else if (act === 'accept') within(this.#minions, keyOf(get(data, 'id')));
    this.#publishMinions();
  }

  /** For minions that are new Salt asks for their grains as well; nobody answers that here. */
  #presence(data: PyDict): void {
    const present: readonly PyScalar[] = listOf(get(data, 'present'));
    const known = [...this.#minions.keys()];
    const dropped = known.filter((id) => !present.includes(id));
    for (const id of dropped) this.#minions.delete(id);
    const hasNew = present.some((id) => !known.includes(id));
    if (dropped.length > 0 || hasNew) this.#publishMinions();
  }

  #publishJobs(): void {
    this.#send(dumps(dict({ jobs: this.#seen.jobs })));
  }

  #publishMinions(): void {
    const minions = [...this.#minions].map(
      ([id, info]): PyDict => new Map([...(isDict(info) ? info : []), ['id', id]]),
    );
    this.#send(dumps(dict({ minions })));
  }
}
