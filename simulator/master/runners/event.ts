import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';
import type { MasterModule } from '../clients/master-function.ts';

/** The `event` runner: events of one's own on the master's bus (salt-core §7.2). */
export const event: MasterModule = {
  send: {
    signature: signature('send', ['tag'], { data: null }),
    doc: 'Fires an event with this tag and data; the data must be a dict.',
    run: ({ arguments: { named }, master }) => {
      const tag = str(named.get('tag') ?? null);
      if (tag === '') throw new MasterFunctionError('ValueError', 'Empty tag.');
      master.events.fire(tag, eventData(named.get('data') ?? null));
      return true;
    },
  },
};

/** @throws MasterFunctionError where the data is something else than a dict, or nothing */
function eventData(data: PyValue): PyDict {
  if (!isTruthy(data)) return new Map();
  if (isDict(data)) return data;
  throw new MasterFunctionError('ValueError', `Dict object expected, not '${str(data)}'.`);
}
