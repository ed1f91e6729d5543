import type { PyDict, PyValue } from './value.ts';

/** One parameter of a Python function; without a default it is required. */
export interface Parameter {
  readonly name: string;
  readonly default?: PyValue;
}

/** A Python function's parameters, as far as calling it wrongly shows them. */
export interface Signature {
  /** The function's own name, which Python's TypeError texts begin with: `ping`. */
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Whether it takes `*args`. */
  readonly varargs: boolean;
  /** Whether it takes `**kwargs`. */
  readonly kwargs: boolean;
}

/** The arguments of a call after Python has bound them to a signature. */
export interface BoundArguments {
  /** By parameter name, defaults filled in. */
  readonly named: ReadonlyMap<string, PyValue>;
  readonly varargs: readonly PyValue[];
  readonly kwargs: PyDict;
}

/** A signature: required parameters, optional ones with their defaults, and whether it takes the rest. */
export function signature(
  name: string,
  required: readonly string[] = [],
  optional: Readonly<Record<string, PyValue>> = {},
  { varargs = false, kwargs = false } = {},
): Signature {
  const parameters: Parameter[] = [
    ...required.map((parameter) => ({ name: parameter })),
    ...Object.entries(optional).map(([parameter, value]) => ({ name: parameter, default: value })),
  ];
  return { name, parameters, varargs, kwargs };
}
