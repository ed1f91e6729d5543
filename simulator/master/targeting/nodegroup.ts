import { iterate } from '../../python/iterate.ts';
import { str } from '../../python/repr.ts';
import type { PyDict, PyValue } from '../../python/value.ts';
import { SaltError } from '../salt-error.ts';

const OPERATORS = ['and', 'or', 'not', '(', ')'];

/**
 * A compound target with its `N@group` words spelled out, as the client library does before it
 * publishes; a dict in place of a list gives its keys.
 *
 * @throws PyTypeError for what cannot be iterated
 * @throws SaltError for a group that is not configured: to the client a plain 500
 */
export function expandNodegroups(target: PyValue, nodegroups: PyDict): string {
  const words = typeof target === 'string' ? splitWords(target) : iterate(target).map(str);
  const expanded = words.flatMap((word) => {
    if (!isNodegroup(word)) return [word];
    const group = word.slice(2);
    if (!nodegroups.has(group))
      throw new SaltError('other', `Node group ${group} unavailable in the master config file`);
    return nodegroupWords(group, nodegroups);
  });
  return expanded.join(' ');
}

/** Python's `str.split()`. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

function isNodegroup(word: string): boolean {
  return word.startsWith('N@') && word.length > 2;
}

/**
 * The compound words a nodegroup stands for; groups inside groups go in brackets, cycles and
 * unknown ones vanish (salt-core §2.5).
 */
export function nodegroupWords(group: string, nodegroups: PyDict): string[] {
  const words = definition(group, nodegroups);
  if (!words.some(isNestedGroup)) return asExpression(words) ?? words;
  return inBrackets(nestedWords(words, nodegroups, new Set([group])));
}

function isNestedGroup(word: string): boolean {
  return word.length >= 3 && word.startsWith('N@');
}

function nestedWords(
  words: readonly string[],
  nodegroups: PyDict,
  open: ReadonlySet<string>,
): string[] {
  return words.flatMap((word) => {
    if (!isNestedGroup(word)) return [word];
    const inner = word.slice(2);
    if (open.has(inner)) return [];
    const innerWords = definition(inner, nodegroups);
    return (
      asExpression(innerWords) ??
      inBrackets(nestedWords(innerWords, nodegroups, new Set([...open, inner])))
    );
  });
}

function definition(group: string, nodegroups: PyDict): string[] {
  const text = nodegroups.get(group);
  if (typeof text === 'string') return splitWords(text);
  return Array.isArray(text) ? text.map(String) : [];
}

function inBrackets(words: string[]): string[] {
  return words.length > 0 ? ['(', ...words, ')'] : [];
}

/** A group that is just ids, or just regular expressions, is one `L@` or `E@` word. */
function asExpression(words: readonly string[]): string[] | undefined {
  if (words.length === 0 || words.some((word) => OPERATORS.includes(word))) return undefined;
  if (words.some((word) => word.includes('*') || /^[A-Z]@/.test(word))) return undefined;
  const engine = words.some((word) => /[([{\\?}\])]/.test(word)) ? 'E' : 'L';
  return [`${engine}@${words.join(',')}`];
}
