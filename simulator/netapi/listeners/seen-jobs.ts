import { dict, isDict, type PyDict } from '../../python/value.ts';
import { get, keyOf, listOf, MissingKey, within } from './missing-key.ts';

/**
 * The jobs that a listener to formatted events has heard of (event_processor.py, in both modules and
 * in 3006.28, 3007.15 and 3008.3 alike).
 */
export class SeenJobs {
  /** What is known of them, by jid: what listeners are told. */
  readonly jobs: PyDict = new Map();

  /** @throws MissingKey */
  start(data: PyDict): void {
    const minions: PyDict = new Map();
    for (const id of listOf(get(data, 'minions'))) minions.set(id, dict({ success: false }));
    const jid = get(data, 'jid');
    this.jobs.set(
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
  }

  /**
   * A job is complete when every minion heard of has succeeded: never, where one has failed.
   *
   * @param parts those of the tag
   * @returns the minion's id
   * @throws MissingKey
   */
  return(parts: readonly string[], data: PyDict): string {
    const [, , jid = '', , id] = parts;
    if (id === undefined || parts.length > 5) throw new MissingKey('4');
    const job = within(this.jobs, jid);
    const minions = within(job, 'minions');
    const minion = within(minions, id);
    for (const name of ['return', 'retcode', 'success']) minion.set(name, get(data, name));
    const successes = [...minions.values()].map((one) => isDict(one) && get(one, 'success'));
    if (successes.every(Boolean)) job.set('state', 'complete');
    return id;
  }
}
