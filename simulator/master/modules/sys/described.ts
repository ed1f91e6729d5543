import { argspec } from '../../../python/argspec.ts';
import { compareCodePoints } from '../../../python/compare.ts';
import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import type { Signature } from '../../../python/signature.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { docstring } from '../../docstring.ts';

/** A function as `sys` tells of it. */
export interface Described {
  readonly signature: Signature;
  readonly doc: string;
}

/** Functions of one kind by their full names, sorted. */
export type DescribedFunctions = readonly (readonly [name: string, described: Described])[];

/** The full names that patterns mean, all without a pattern: with a dot or a star one is a glob, else a module. */
export function functionNames(
  functions: DescribedFunctions,
  patterns: readonly PyValue[],
): string[] {
  const names = functions.map(([name]) => name);
  return patterns.length === 0
    ? names
    : names.filter((name) => patterns.some((pattern) => isOfModule(name, str(pattern))));
}

/** The modules that patterns mean, all without a pattern: with a star one is a glob on their functions. */
export function moduleNames(functions: DescribedFunctions, patterns: readonly PyValue[]): string[] {
  const meant = functions
    .map(([name]) => name)
    .filter((name) => patterns.length === 0 || patterns.some((p) => isInModule(name, str(p))));
  return [...new Set(meant.map(moduleOf))].toSorted(compareCodePoints);
}

/** The arguments of the functions that a pattern means; without one of none. */
export function argspecs(functions: DescribedFunctions, module: PyValue): PyDict {
  return new Map(
    functions
      .filter(([name]) => isOfModule(name, str(module)))
      .map(([name, { signature }]) => [name, argspec(signature)]),
  );
}

/** The documentation of the functions that patterns mean, all without a pattern. */
export function docs(functions: DescribedFunctions, patterns: readonly PyValue[]): PyDict {
  return new Map(
    functions
      .filter(
        ([name]) => patterns.length === 0 || patterns.some((p) => isDocumentedBy(name, str(p))),
      )
      .map(([name, { doc }]) => [name, docstring(doc)]),
  );
}

/** The module of a function: `test` of `test.ping`. */
export function moduleOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}

/** Whether a pattern means a function: with a dot or a star it is a glob, else a module. */
export function isOfModule(name: string, pattern: string): boolean {
  return /[.*]/.test(pattern) ? fnmatch(name, pattern) : name.startsWith(`${pattern}.`);
}

function isInModule(name: string, pattern: string): boolean {
  return pattern.includes('*') ? fnmatch(name, pattern) : moduleOf(name) === pattern;
}

/** With a star a glob; else a function, or a module, which may have its dot. */
function isDocumentedBy(name: string, pattern: string): boolean {
  if (pattern.includes('*')) return fnmatch(name, pattern);
  const module = pattern === '' || pattern.endsWith('.') ? pattern : `${pattern}.`;
  return name === pattern || name.startsWith(module);
}
