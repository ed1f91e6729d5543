import { argument } from '../../python/argument.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import { isDict, isTruthy, type PyValue } from '../../python/value.ts';
import { minionAgrees } from '../targeting/match-target.ts';
import { mergedUnder } from './filter-by.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from './function.ts';

const MINION_ID = { minion_id: null };
const DELIMITER = { delimiter: ':' };

/**
 * The `match` module: whether the minion itself is in a target (salt.modules.match; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const match: ExecutionModule = {
  glob: matching('glob', MINION_ID),
  pcre: matching('pcre', MINION_ID),
  list: matching('list', MINION_ID, 'list_'),
  compound: matching('compound', MINION_ID),
  grain: matching('grain', DELIMITER),
  grain_pcre: matching('grain_pcre', DELIMITER),
  pillar: matching('pillar', DELIMITER),
  pillar_pcre: matching('pillar_pcre', DELIMITER),
  ipcidr: matching('ipcidr', {}),
  filter_by: {
    signature: signature('filter_by', ['lookup'], {
      tgt_type: 'compound',
      ...MINION_ID,
      merge: null,
      merge_lists: false,
      default: 'default',
    }),
    doc: 'Answers the value in a dict whose key is a target that the minion is in, else that of the default.',
    run: (call) => {
      const lookup = argument(call, 'lookup');
      if (!isDict(lookup)) return null;
      const type = str(argument(call, 'tgt_type'));
      const found = [...lookup].find(([tgt]) => isIn(call, tgt, type));
      return found === undefined
        ? (lookup.get(str(argument(call, 'default'))) ?? null)
        : merged(call, found[1]);
    },
  },
  search_by: {
    signature: signature('search_by', ['lookup'], { tgt_type: 'compound', ...MINION_ID }),
    doc: 'Answers the keys of a dict under which a target stands that the minion is in, or null.',
    run: (call) => {
      const lookup = argument(call, 'lookup');
      if (!isDict(lookup)) return null;
      const type = str(argument(call, 'tgt_type'));
      const found = [...lookup]
        .filter(([, targets]) =>
          (Array.isArray(targets) ? targets : []).some((tgt) => isIn(call, tgt, type)),
        )
        .map(([name]) => name);
      return found.length > 0 ? found : null;
    },
  },
};

function merged(call: ExecutionCall, found: PyValue): PyValue {
  const merge = argument(call, 'merge');
  const mergesLists = isTruthy(argument(call, 'merge_lists'));
  return isTruthy(merge) ? mergedUnder(found, merge, mergesLists) : found;
}

function isIn(call: ExecutionCall, tgt: PyValue, type: string): boolean {
  const delimiter = call.arguments.named.get('delimiter') ?? ':';
  return minionAgrees(call.minion, tgt, type, call.master.targetContext(delimiter));
}

function matching(
  type: string,
  optional: Readonly<Record<string, PyValue>>,
  name = type,
): ExecutionFunction {
  return {
    signature: signature(name, ['tgt'], optional),
    doc: `Answers whether the minion is in a target of the type ${type}.`,
    run: (call) => isIn(call, argument(call, 'tgt'), type),
  };
}
