import { str } from '../../python/repr.ts';
import type { Signature } from '../../python/signature.ts';
import { isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { splitKwarg } from '../../python/yaml/parse-input.ts';
import { yamlifyArg } from '../../python/yaml/yamlify-arg.ts';

/** The arguments of a published call, sorted into positional and keyword ones. */
export interface LoadedArguments {
  readonly args: PyValue[];
  readonly kwargs: PyDict;
  /** Keyword arguments that the function does not take, as `name=value` texts. */
  readonly invalid: readonly string[];
}

/**
 * Sorts the arguments of a call the way a minion does before it calls a function: a dict marked
 * `__kwarg__` and texts like `name=value` are keyword arguments, all else stays as it is
 * (salt-core §3.3).
 */
export function loadArguments(signature: Signature, arg: readonly PyValue[]): LoadedArguments {
  const args: PyValue[] = [];
  const kwargs: PyDict = new Map();
  const invalid: string[] = [];
  const parameters = [...signature.parameters, ...signature.keywordOnly];
  const take = (name: PyValue, value: PyValue): void => {
    if (signature.kwargs || parameters.some((parameter) => parameter.name === name))
      kwargs.set(str(name), value);
    else invalid.push(`${str(name)}=${str(value)}`);
  };
  for (const value of arg) {
    if (isDict(value) && value.get('__kwarg__') === true) {
      for (const [name, item] of value) if (name !== '__kwarg__') take(name, item);
      continue;
    }
    const pair = typeof value === 'string' ? splitKwarg(value) : undefined;
    if (pair === undefined) args.push(value);
    else take(pair.name, yamlifyArg(pair.value));
  }
  return { args, kwargs, invalid };
}

/** Arguments that are what they are: only the last one, marked `__kwarg__`, is keyword arguments. */
export function argumentsAsGiven(_: Signature, arg: readonly PyValue[]): LoadedArguments {
  const last = arg.at(-1);
  if (!isDict(last) || last.get('__kwarg__') !== true)
    return { args: [...arg], kwargs: new Map(), invalid: [] };
  const kwargs = new Map([...last].filter(([name]) => name !== '__kwarg__'));
  return { args: arg.slice(0, -1), kwargs, invalid: [] };
}
