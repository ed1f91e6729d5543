import { fnmatch } from '../../../python/fnmatch.ts';
import { str } from '../../../python/repr.ts';
import type { PyValue } from '../../../python/value.ts';

/** Whether a full name is meant by a pattern: with a dot or a star it is a glob, else a module. */
export function isOfModule(name: string, pattern: string): boolean {
  return /[.*]/.test(pattern) ? fnmatch(name, pattern) : name.startsWith(`${pattern}.`);
}

/** Whether a module is meant by a pattern: with a star it is a glob, else its name. */
export function isModule(name: string, pattern: string): boolean {
  return pattern.includes('*') ? fnmatch(name, pattern) : name === pattern;
}

/** The names that match one of the patterns; all where there is no pattern. */
export function namesLike(
  names: readonly string[],
  patterns: readonly PyValue[],
  matches: (name: string, pattern: string) => boolean = isOfModule,
): string[] {
  if (patterns.length === 0) return [...names];
  return names.filter((name) => patterns.some((pattern) => matches(name, str(pattern))));
}

/** The modules of functions given by full name, each once. */
export function modulesOf(names: readonly string[]): string[] {
  return [...new Set(names.map((name) => name.slice(0, name.indexOf('.'))))];
}
