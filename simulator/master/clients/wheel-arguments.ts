import { str } from '../../python/repr.ts';
import type { Signature } from '../../python/signature.ts';
import { typeName } from '../../python/type-name.ts';
import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import type { CallArguments } from './call-master-function.ts';
import type { MasterFunction } from './master-function.ts';
import { MasterFunctionError } from './master-function-error.ts';

/** Keys of a chunk that a wheel function never sees, and that are no mistake either. */
const INTERNAL_KEYS = new Set<PyValue>([
  'client',
  'cmd',
  'eauth',
  'fun',
  'kwarg',
  'match',
  'token',
  '__jid__',
  '__tag__',
  '__user__',
  'username',
  'password',
  'full_return',
  'print_event',
]);

/**
 * The arguments of a wheel: `arg` and `kwarg` where both are there, else the chunk's own keys,
 * with every parameter filled in (salt-core §3.10).
 *
 * @throws MasterFunctionError for missing and unknown arguments
 */
export function wheelArguments(found: MasterFunction, fun: string, chunk: PyDict): CallArguments {
  const arg = chunk.get('arg');
  const kwarg = chunk.get('kwarg');
  if (arg !== undefined && kwarg !== undefined) {
    const args = Array.isArray(arg) ? arg : [];
    if (isDict(kwarg)) return { args, kwargs: kwarg };
    const what = `argument after ** must be a mapping, not ${typeName(kwarg)}`;
    return { args, kwargs: kwarg, error: `${loaderPath(fun, found.signature)}() ${what}` };
  }
  return formatCall(found.signature, fun, chunk);
}

function formatCall(
  signature: Signature,
  fun: string,
  chunk: PyDict,
): { args: PyValue[]; kwargs: PyDict } {
  const left = new Map(chunk);
  const args: PyValue[] = [];
  const kwargs: PyDict = new Map();
  let missing = 0;
  for (const { name } of signature.parameters.filter((one) => one.default === undefined)) {
    const value = left.get(name);
    if (value === undefined) missing += 1;
    else args.push(value);
  }
  // Salt collects what has a default from the last parameter to the first.
  for (const { name, default: standard } of signature.parameters.toReversed())
    if (standard !== undefined) kwargs.set(name, left.get(name) ?? standard);
  for (const { name } of signature.parameters) left.delete(name);
  if (missing > 0) {
    const total = args.length + missing;
    const plural = total > 1 ? 's' : '';
    throw new MasterFunctionError(
      'SaltInvocationError',
      `${signature.name} takes at least ${total} argument${plural} (${args.length} given)`,
    );
  }
  const extra = [...left].filter(([key]) => !INTERNAL_KEYS.has(key));
  if (signature.kwargs) for (const [key, value] of extra) kwargs.set(key, value);
  else if (extra.length > 0)
    throw invalidKeywords(
      extra.map(([key]) => str(key)),
      fun,
      signature,
    );
  return { args, kwargs };
}

/** The function by the name that Salt's loader gives it. */
function loaderPath(fun: string, { name }: Signature): string {
  return `salt.loaded.int.wheel.${fun.split('.')[0]}.${name}`;
}

function invalidKeywords(names: string[], fun: string, signature: Signature): MasterFunctionError {
  const path = loaderPath(fun, signature);
  const quoted = names.map((name) => `'${name}'`);
  const text =
    quoted.length === 1
      ? `${quoted[0]} is an invalid keyword argument for '${path}'`
      : `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} are invalid keyword arguments for '${path}'`;
  return new MasterFunctionError('SaltInvocationError', text);
}
