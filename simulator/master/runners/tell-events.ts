import { argument } from '../../python/argument.ts';
import { fnmatch } from '../../python/fnmatch.ts';
import { integerOf } from '../../python/int.ts';
import { str } from '../../python/repr.ts';
import type { MasterCall } from '../clients/master-function.ts';

/**
 * `state.event`: waits until as many events as it counts have come whose tags match; what it shows of
 * them goes to the terminal of whoever runs it, and a client of an API gets nothing. With a count
 * below zero it waits for ever (Salt, modules.state; seen on 3006.28, 3007.15 and 3008.3).
 */
export async function tellEvents(call: MasterCall): Promise<null> {
  const glob = str(argument(call, 'tagmatch'));
  let left = integerOf(argument(call, 'count')) ?? -1;
  if (left === 0) return null;
  await new Promise<void>((resolve) => {
    const stop = call.master.events.listen(({ tag }) => {
      if (!fnmatch(tag, glob) || --left !== 0) return;
      stop();
      resolve();
    });
  });
  return null;
}
