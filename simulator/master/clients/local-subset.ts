import { str } from '../../python/repr.ts';
import { getOr, isTruthy, pick, PyFloat, type PyDict, type PyValue } from '../../python/value.ts';
import type { Master } from '../master.ts';
import { SaltError } from '../salt-error.ts';
import { required } from './command.ts';
import { local } from './local.ts';

/** Minions at the most, where a chunk does not say. */
const STANDARD_SUBSET = 3;

/**
 * `local_subset`: asks the targeted minions for their functions, and runs the function on so many
 * of those that have it, chosen at random (salt-core §3.7; seen on 3006.28, 3007.15 and 3008.3).
 *
 * @throws SaltError
 */
export async function localSubset(master: Master, chunk: PyDict): Promise<PyValue> {
  const fun = required(chunk, 'fun');
  const passedOn = new Map([...chunk].filter(([key]) => !OWN_KEYS.has(key)));
  const question = new Map(passedOn).set('fun', 'sys.list_functions');
  const answers = await local(
    master,
    question.set('tgt', required(chunk, 'tgt')).set('tgt_type', chunk.get('tgt_type') ?? 'glob'),
  );
  const chosen = choose(master, answers as PyDict, fun, subsetOf(chunk));
  // A generator that outlives its client.
  if (isTruthy(chunk.get('cli'))) throw new SaltError('other', 'the client is closed already');
  const call = new Map(passedOn).set('fun', fun).set('tgt', chosen).set('tgt_type', 'list');
  const more = pick(chunk, ['arg', 'ret', 'kwarg', 'full_return']);
  return local(master, new Map([...call, ...more]));
}

/** The keys that the question for functions goes out without. */
const OWN_KEYS = new Set<PyValue>([
  'tgt',
  'fun',
  'arg',
  'tgt_type',
  'ret',
  'kwarg',
  'subset',
  'sub',
  'cli',
  'progress',
  'full_return',
]);

/** `sub` is its older name, and comes first. */
function subsetOf(chunk: PyDict): PyValue {
  return getOr(chunk, 'sub', getOr(chunk, 'subset', STANDARD_SUBSET));
}

/** Minions that have the function, until there are enough; what no list of functions came from is passed over. */
function choose(master: Master, answers: PyDict, fun: PyValue, subset: PyValue): string[] {
  const chosen: string[] = [];
  for (const [id, functions] of shuffled(master, [...answers])) {
    if (!Array.isArray(functions)) continue;
    if (functions.includes(fun)) chosen.push(str(id));
    if (chosen.length >= numberOf(subset)) break;
  }
  return chosen;
}

function shuffled<T>({ random }: Master, items: readonly T[]): T[] {
  const rest = [...items];
  return items.flatMap(() => rest.splice(random.below(rest.length), 1));
}

/** @throws SaltError for what Python does not compare with a number */
function numberOf(subset: PyValue): number {
  if (subset instanceof PyFloat) return subset.value;
  if (typeof subset === 'number' || typeof subset === 'boolean' || typeof subset === 'bigint')
    return Number(subset);
  throw new SaltError('other', 'subset must be a number');
}
