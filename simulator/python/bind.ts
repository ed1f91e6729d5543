import { str } from './repr.ts';
import type { BoundArguments, Signature } from './signature.ts';
import { PyTypeError } from './type-error.ts';
import type { PyDict, PyValue } from './value.ts';

/**
 * Binds the arguments of a call to a signature, as CPython 3.11 does.
 *
 * @throws PyTypeError with CPython's text, in CPython's order of complaints
 */
export function bind(
  signature: Signature,
  args: readonly PyValue[],
  kwargs: PyDict,
): BoundArguments {
  const { name, parameters, keywordOnly } = signature;
  const byKeyword = [...parameters, ...keywordOnly];
  const named = new Map<string, PyValue>();
  const rest: PyDict = new Map();
  for (const [index, parameter] of parameters.entries()) {
    const value = args[index];
    if (value !== undefined) named.set(parameter.name, value);
  }
  for (const [key, value] of kwargs) {
    const keyword = str(key);
    const known = byKeyword.some((parameter) => parameter.name === keyword);
    if (known && named.has(keyword))
      throw new PyTypeError(`${name}() got multiple values for argument '${keyword}'`);
    if (known) named.set(keyword, value);
    else if (signature.kwargs) rest.set(keyword, value);
    else throw new PyTypeError(`${name}() got an unexpected keyword argument '${keyword}'`);
  }
  if (args.length > parameters.length && !signature.varargs) throw tooMany(signature, args.length);
  const missing = parameters.filter(
    (parameter) => parameter.default === undefined && !named.has(parameter.name),
  );
  if (missing.length > 0)
    throw tooFew(
      name,
      missing.map((parameter) => parameter.name),
    );
  for (const parameter of byKeyword) {
    if (parameter.default !== undefined && !named.has(parameter.name))
      named.set(parameter.name, parameter.default);
  }
  return { named, varargs: args.slice(parameters.length), kwargs: rest };
}

function tooMany({ name, parameters }: Signature, given: number): PyTypeError {
  const most = parameters.length;
  const least = parameters.filter((parameter) => parameter.default === undefined).length;
  const takes = least === most ? String(most) : `from ${least} to ${most}`;
  const plural = most === 1 && least === most ? '' : 's';
  const were = given === 1 ? 'was' : 'were';
  return new PyTypeError(
    `${name}() takes ${takes} positional argument${plural} but ${given} ${were} given`,
  );
}

function tooFew(name: string, missing: readonly string[]): PyTypeError {
  const quoted = missing.map((parameter) => `'${parameter}'`);
  const last = quoted.pop() ?? '';
  const list =
    quoted.length === 0 ? last : `${quoted.join(', ')}${quoted.length > 1 ? ',' : ''} and ${last}`;
  const plural = missing.length === 1 ? '' : 's';
  return new PyTypeError(
    `${name}() missing ${missing.length} required positional argument${plural}: ${list}`,
  );
}
