import * as fc from 'fast-check';
import type { PyDict, PyScalar, PyValue } from '../../../simulator/python/value.ts';
import type { RightsCase } from '../../rights/rights-case.ts';
import { localCalls, masterCalls } from './calls.ts';
import { IDS, ids } from './fleet.ts';
import { mapOf, odd } from './odd-values.ts';
import { rules } from './rules.ts';

/** Names of users and groups, and what is matched with them from both sides. */
const users = fc.constantFrom('ann', 'bob', 'a*', 'an[n]', 'ops', 'a.n', 'ann\n', '[', '(');
const userKeys = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom<PyScalar>('ann', 'bob', '*', 'ops%', 'dev%', 'ops%%', '%'),
  },
  { weight: 3, arbitrary: users },
  { weight: 1, arbitrary: fc.constantFrom<PyScalar>(null, 5, '', '*%') },
);

const provider: fc.Arbitrary<PyDict | null> = fc.oneof(
  { weight: 5, arbitrary: rules.map((own) => new Map([['ann', own]]) as PyDict) },
  { weight: 15, arbitrary: mapOf(userKeys, rules, 4) },
  { weight: 1, arbitrary: fc.constant(null) },
);

/** Users, rules of every form that Salt knows and of some that it does not, and what is asked under them. */
export const rightsCases: fc.Arbitrary<RightsCase> = fc.record({
  provider,
  permissive: fc.boolean(),
  name: fc.oneof(
    { weight: 8, arbitrary: fc.constant<PyValue>('ann') },
    { weight: 2, arbitrary: users },
    { weight: 1, arbitrary: odd },
  ),
  groups: fc.subarray(['ops', 'dev', '', '*']),
  call: fc.oneof(localCalls, masterCalls),
  targets: fc
    .record({ 'web*': ids, web1: ids, 'G@role:db or web1': ids, 'not db1': ids })
    .map((named) => new Map<string, readonly string[]>([['*', IDS], ...Object.entries(named)])),
});
