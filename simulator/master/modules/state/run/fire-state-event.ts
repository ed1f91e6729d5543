import { str } from '../../../../python/repr.ts';
import { isTruthy, type PyDict } from '../../../../python/value.ts';
import type { StateSite } from '../state-site.ts';
import type { RunOptions } from './run-options.ts';

/** The run that a result is of. */
interface Telling {
  readonly site: StateSite;
  readonly options: RunOptions;
  /** How many states there are to run. */
  readonly length: number;
}

/**
 * Fires the event of a state's result, where the state asks for one by `fire_event` or the call by
 * `state_events` (salt-core §8.2; seen on 3006.28 and 3008.3).
 */
export function fireStateEvent(
  low: PyDict,
  result: PyDict,
  { site, options, length }: Telling,
): void {
  const asked = low.get('fire_event') ?? null;
  const { minion, jid, tellsAll } = options;
  if (!isTruthy(asked) && !tellsAll) return;
  const data: PyDict = new Map([['ret', new Map(result)]]);
  const isNamed = asked === true || typeof asked === 'string';
  const name = str(asked === true ? (result.get('name') ?? null) : asked);
  const number = str(result.get('__run_num__') ?? null);
  const tag = isNamed
    ? `salt/state_result/${str(jid)}/${minion.id}/${name}`
    : `salt/job/${str(jid)}/prog/${minion.id}/${number}`;
  if (!isNamed) data.set('len', length);
  site.fire(minion, tag, data, jid);
}
