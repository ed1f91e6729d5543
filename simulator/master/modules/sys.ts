import { fnmatch } from '../../python/fnmatch.ts';
import { str } from '../../python/repr.ts';
import { signature } from '../../python/signature.ts';
import type { PyValue } from '../../python/value.ts';
import type { ExecutionModule } from './function.ts';

const VARARGS = { varargs: true };

/** The `sys` module, as far as it tells which functions a minion has: those that are simulated or scripted. */
export const sys: ExecutionModule = {
  list_functions: {
    signature: signature('list_functions', [], {}, { ...VARARGS, kwargs: true }),
    doc: 'Answers the names of all functions, or of those of the named modules.',
    run: (call) => named(call.functions(), call.arguments.varargs, isOfModule),
  },
  list_modules: {
    signature: signature('list_modules', [], {}, VARARGS),
    doc: 'Answers the names of all modules, or of those that a glob matches.',
    run: (call) => named(modulesOf(call.functions()), call.arguments.varargs, fnmatch),
  },
};

function modulesOf(functions: readonly string[]): string[] {
  return [...new Set(functions.map((name) => name.slice(0, name.indexOf('.'))))];
}

/** The names that match one of the patterns; all where there is no pattern. */
function named(
  names: readonly string[],
  patterns: readonly PyValue[],
  matches: (name: string, pattern: string) => boolean,
): string[] {
  if (patterns.length === 0) return [...names];
  return names.filter((name) => patterns.some((pattern) => matches(name, str(pattern))));
}

/** A pattern with a dot or a star is a glob for whole names; any other is the name of a module. */
function isOfModule(name: string, pattern: string): boolean {
  return /[.*]/.test(pattern) ? fnmatch(name, pattern) : name.startsWith(`${pattern}.`);
}
