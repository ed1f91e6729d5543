import type { PyDict, PyValue } from '../../../python/value.ts';
import { traverse } from '../../targeting/subdict-match.ts';
import { keyPath } from '../arguments/key-path.ts';
import type { ExecutionCall } from '../function.ts';
import { given } from '../arguments/given.ts';

/** What a key leads to in a pillar, along keys that stand between the call's delimiters. */
export function lookUp(call: ExecutionCall, pillar: PyDict, key: PyValue): PyValue | undefined {
  const delimiter = given(call, 'delimiter');
  return traverse(pillar, keyPath(key, typeof delimiter === 'string' ? delimiter : ':'));
}
