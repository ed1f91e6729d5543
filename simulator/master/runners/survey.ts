import { compareCodePoints } from '../../python/compare.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { dict, type PyDict, type PyValue } from '../../python/value.ts';
import { MasterFunctionError } from '../clients/master-function-error.ts';
import type { MasterCall, MasterModule } from '../clients/master-function.ts';
import { publishAndGather } from '../publish-and-gather.ts';

const ANYTHING = { varargs: true, kwargs: true };

/**
 * The `survey` runner: minions in pools that answer alike (salt.runners.survey; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export const survey: MasterModule = {
  hash: {
    signature: signature('hash', [], {}, ANYTHING),
    doc: 'Answers the pools of minions that return the same, the largest first.',
    run: pools,
  },
  diff: {
    signature: signature('diff', [], {}, ANYTHING),
    doc: 'Answers the pools as survey.hash does; the differences it prints on the master.',
    run: pools,
  },
};

/** What the function itself takes; other keyword arguments go to the minions. */
const OWN = ['survey_sort', 'tgt_type'];

/** @throws MasterFunctionError without a target and a function */
async function pools(call: MasterCall): Promise<PyValue> {
  const { varargs, kwargs } = call.arguments;
  const [tgt, fun, ...arg] = varargs;
  if (tgt === undefined || fun === undefined)
    throw new MasterFunctionError('IndexError', 'tuple index out of range');
  const passed = [...kwargs].filter(
    ([name]) => !OWN.includes(str(name)) && !str(name).startsWith('_'),
  );
  const returns = await publishAndGather(call.master, {
    tgt,
    tgtType: kwargs.get('tgt_type') === 'pcre' ? 'pcre' : 'compound',
    fun,
    arg,
    kwarg: new Map(passed),
  });
  const found = new Map<string, PyValue[]>();
  const sorted = [...returns].toSorted(([a], [b]) => compareCodePoints(str(a), str(b)));
  for (const [id, value] of sorted) found.set(str(value), [...(found.get(str(value)) ?? []), id]);
  const largestFirst = kwargs.get('survey_sort') === 'up' ? -1 : 1;
  return [...found]
    .toSorted(([, a], [, b]) => largestFirst * (b.length - a.length))
    .map(([result, pool]): PyDict => dict({ pool, result }));
}
