import { pick, type PyDict } from '../../../../python/value.ts';

/** The result of a state that ran beside others: what stands for it until then decides how it begins. */
export function besideOthers(result: PyDict): PyDict {
  const beginning = pick(result, ['name', 'result', 'changes', 'comment']);
  return new Map([...beginning, ...result]).set('__parallel__', true);
}
