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
  /** Parameters behind `*args`, which only a keyword reaches; all of them have a default. */
  readonly keywordOnly: readonly Parameter[];
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

/** What a function takes beside its plain parameters. */
export interface FurtherParameters {
  readonly varargs?: boolean;
  readonly kwargs?: boolean;
  readonly keywordOnly?: Readonly<Record<string, PyValue>>;
}

/** A signature: required parameters, optional ones with their defaults, and what it takes beside them. */
export function signature(
  name: string,
  required: readonly string[] = [],
  optional: Readonly<Record<string, PyValue>> = {},
  { varargs = false, kwargs = false, keywordOnly = {} }: FurtherParameters = {},
): Signature {
  const parameters = [
    ...required.map((parameter) => ({ name: parameter })),
    ...withDefaults(optional),
  ];
  return { name, parameters, keywordOnly: withDefaults(keywordOnly), varargs, kwargs };
}

function withDefaults(parameters: Readonly<Record<string, PyValue>>): Parameter[] {
  return Object.entries(parameters).map(([name, value]) => ({ name, default: value }));
}
