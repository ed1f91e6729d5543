import type { SaltEvent } from '../../../master/event-bus.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dict, isDict, type PyDict, type PyScalar, type PyValue } from '../../../python/value.ts';

/**
 * What `format_events` makes of the events: the jobs and minions that a listener has heard of, told
 * anew in whole whenever one of them changes (event_processor.py, the same in 3006.28, 3007.15 and
 * 3008.3).
 */
export class SaltInfo {
  readonly #send: (text: string) => void;
  readonly #jobs: PyDict = new Map();
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
      if (error instanceof KeyError) return false;
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
    if (parts.length < 4) throw new KeyError('3');
    if (parts[3] === 'new') {
      this.#newJob(data);
      if (get(data, 'fun') === 'grains.items') this.#minions = new Map();
    } else if (parts[3] === 'ret') {
      const [, , jid = '', , minion] = parts;
      if (minion === undefined || parts.length > 5) throw new KeyError('4');
      this.#jobReturn(jid, minion, data);
      if (get(data, 'fun') === 'grains.items') this.#grains(minion, data);
    }
  }

  #newJob(data: PyDict): void {
    const minions: PyDict = new Map();
    for (const id of listOf(get(data, 'minions'))) minions.set(id, dict({ success: false }));
    const jid = get(data, 'jid');
    this.#jobs.set(
      keyOf(jid),
      dict({
        jid,
        start_time: get(data, '_stamp'),
        minions,
        fun: get(data, 'fun'),
        tgt: get(data, 'tgt'),
        tgt_type: get(data, 'tgt_type'),
        state: 'running',
      }),
    );
    this.#publishJobs();
  }

  /** A job is complete when every minion heard of has succeeded: never, where one has failed. */
  #jobReturn(jid: string, id: string, data: PyDict): void {
    const job = within(this.#jobs, jid);
    const minions = within(job, 'minions');
    const minion = within(minions, id);
    for (const name of ['return', 'retcode', 'success']) minion.set(name, get(data, name));
    const successes = [...minions.values()].map((one) => isDict(one) && get(one, 'success'));
    if (successes.every(Boolean)) job.set('state', 'complete');
    this.#publishJobs();
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
    this.#send(dumps(dict({ jobs: this.#jobs })));
  }

  #publishMinions(): void {
    const minions = [...this.#minions].map(
      ([id, info]): PyDict => new Map([...(isDict(info) ? info : []), ['id', id]]),
    );
    this.#send(dumps(dict({ minions })));
  }
}

/** What Python raises for a key or an index that is not there. */
class KeyError extends Error {}

function get(data: PyDict, name: string): PyValue {
  const value = data.get(name);
  if (value === undefined) throw new KeyError(name);
  return value;
}

/** The dict under a key, put there where it is missing. */
function within(data: PyDict, name: PyScalar): PyDict {
  const known = data.get(name);
  if (isDict(known)) return known;
  const made: PyDict = new Map();
  data.set(name, made);
  return made;
}

function listOf(value: PyValue): string[] {
  if (!Array.isArray(value)) throw new KeyError('0');
  return value.filter((item) => typeof item === 'string');
}

function keyOf(value: PyValue): PyScalar {
  if (typeof value === 'object' && value !== null) throw new KeyError('unhashable');
  return value;
}
