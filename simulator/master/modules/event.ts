import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, isTruthy, type PyDict, type PyScalar, type PyValue } from '../../python/value.ts';
import { fireMinionEvent, fireRawMinionEvent } from '../minion/minion-event.ts';
import type { ExecutionCall, ExecutionModule } from './function.ts';

/** The `event` module: events that a minion sends its master (salt-core §8.5). */
export const event: ExecutionModule = {
  send: {
    signature: signature(
      'send',
      ['tag'],
      {
        data: null,
        preload: null,
        with_env: false,
        with_grains: false,
        with_pillar: false,
        with_env_opts: false,
      },
      { kwargs: true },
    ),
    doc: 'Sends the master an event with this tag, and with all arguments in its data.',
    run: (call) => fire(call, dataToSend(call)),
  },
  fire_master: {
    signature: signature('fire_master', ['data', 'tag'], { preload: null }),
    doc: 'Sends the master an event with this tag and data.',
    run: (call) => fire(call, argument(call, 'data')),
  },
  fire: {
    signature: signature('fire', ['data', 'tag']),
    doc: "Fires an event on the minion's own bus, where nobody listens.",
    run: (call) => isDict(argument(call, 'data')),
  },
};

/** With a preload the minion sends the event by a connection of its own. */
function fire(call: ExecutionCall, data: PyValue): true {
  const { master, minion } = call;
  const tag = str(argument(call, 'tag'));
  const preload = argument(call, 'preload');
  if (isTruthy(preload))
    fireRawMinionEvent(master, minion, {
      tag,
      data,
      preload: isDict(preload) ? preload : new Map(),
    });
  else fireMinionEvent(master, minion, tag, data);
  return true;
}

/** The data comes last, over what else was to be sent; no line sends what is no dict. */
function dataToSend(call: ExecutionCall): PyDict {
  const sent: PyDict = new Map();
  const environment = argument(call, 'with_env');
  if (isTruthy(environment)) sent.set('environ', new Map());
  const parts = { grains: call.minion.grains, pillar: call.minion.pillar };
  for (const [name, part] of Object.entries(parts)) {
    const wanted = argument(call, `with_${name}`);
    if (isTruthy(wanted)) sent.set(name, subsetOf(part, wanted));
  }
  if (isTruthy(argument(call, 'with_env_opts'))) sent.set('saltenv', null).set('pillarenv', null);
  const data = argument(call, 'data');
  for (const [key, value] of [...call.arguments.kwargs, ...(isDict(data) ? data : [])])
    sent.set(key, value);
  return sent;
}

function subsetOf(part: PyDict, wanted: PyValue): PyDict {
  if (!Array.isArray(wanted)) return part;
  const keys = new Set<PyValue>(wanted);
  return new Map([...part].filter(([key]: [PyScalar, PyValue]) => keys.has(key)));
}
