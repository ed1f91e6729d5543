import { str } from '../../python/repr.ts';
import { copyOf, isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type { EventBus } from '../event-bus.ts';

/** Functions whose failed states the master tells of, a state at a time; state.apply is not among them. */
const TOLD_OF: readonly PyValue[] = ['state.highstate', 'state.sls'];

/**
 * Fires the events of the failed states in a return: one by the state's function, one by the job.
 *
 * @returns the return as it is stored: every state has the retcode in it then, and a failed one what
 *   its event says (salt-core §8.2; seen on 3006.28, 3007.15 and 3008.3)
 */
export function fireStateErrors(events: EventBus, data: PyDict): PyDict {
  const [fun = null, retcode = 0, jid = null, id = null] = ['fun', 'retcode', 'jid', 'id'].map(
    (key) => data.get(key),
  );
  const states = copyOf(data.get('return') ?? null);
  if (!TOLD_OF.includes(fun) || retcode === 0 || !isDict(states)) return data;
  for (const [tag, state] of states) {
    if (!isDict(state)) break;
    state.set('retcode', retcode);
    if (state.get('result') !== false) continue;
    const parts = str(tag).split('_|-');
    const full = `${parts[0]}.${parts.at(-1)}`;
    const fire = (eventTag: string): void => {
      const event: PyDict = new Map(state);
      events.fire(eventTag, event);
      state.set('_stamp', event.get('_stamp') ?? null);
    };
    fire(full);
    state.set('jid', jid);
    state.set('id', id);
    state.set('success', false);
    state.set('return', `Error: ${full}`);
    state.set('fun', fun);
    if (data.has('user')) state.set('user', data.get('user') ?? null);
    fire(`salt/job/${str(jid)}/sub/${str(id)}/error/${str(fun)}`);
  }
  return new Map(data).set('return', states);
}
