import { typeName } from '../../../../python/type-name.ts';
import type { PyValue } from '../../../../python/value.ts';
import { MICROSECONDS } from '../../../clock.ts';
import { sizeOf } from '../../../minion/files/inode.ts';
import type { ExecutionCall } from '../../function.ts';
import { MinionError } from '../../minion-error.ts';
import { compilePattern } from '../pattern.ts';
import { textOf } from '../text.ts';
import { FindError } from './find-error.ts';
import { TYPE_LETTERS, type Found } from './found.ts';
import { readInterval } from './interval.ts';
import { readSize } from './size.ts';

/** A condition that what is found has to meet. */
export interface Criterion {
  readonly needs: 'path' | 'stat' | 'content';
  holds(found: Found): boolean;
}

/** Makes a criterion of the value of an option. */
type ReadCriterion = (value: PyValue, call: ExecutionCall) => Criterion;

/** What each option asks for that is a condition. */
export const CRITERIA: ReadonlyMap<string, ReadCriterion> = new Map<string, ReadCriterion>([
  ['name', (value) => ofName(compilePattern(globSource(value)))],
  ['iname', (value) => ofName(compilePattern(globSource(value), 'i'))],
  ['regex', (value) => ofName(expectPattern(value, ''))],
  ['iregex', (value) => ofName(expectPattern(value, 'i'))],
  ['type', (value) => ofTypes(typesOf(value))],
  ['delete', (value) => ofTypes(deletedTypes(value))],
  ['owner', owner],
  ['group', group],
  ['size', size],
  ['mtime', mtime],
  ['grep', grep],
]);

/** The types that are taken away: all with an `a`. */
function deletedTypes(value: PyValue): ReadonlySet<string> {
  return typesOf(expectText(value, 'strip').includes('a') ? 'bcdpfls' : value);
}

function ofName(regExp: RegExp): Criterion {
  return { needs: 'path', holds: ({ name }) => name.search(regExp) === 0 };
}

function ofTypes(types: ReadonlySet<string>): Criterion {
  return { needs: 'stat', holds: ({ inode }) => types.has(TYPE_LETTERS[inode.kind]) };
}

function typesOf(value: PyValue): ReadonlySet<string> {
  const letters = expectText(value, 'strip').replace(/[\s,]/g, '');
  const odd = Array.from(letters).find((letter) => !'bcdflps'.includes(letter));
  if (odd !== undefined) throw new FindError(`invalid file type "${odd}"`);
  return new Set(letters);
}

function owner(value: PyValue, { memory: { accounts } }: ExecutionCall): Criterion {
  const text = expectText(value, 'replace');
  const uids = idsOf(text, 'user', () => accounts.user(text)?.uid);
  return { needs: 'stat', holds: ({ inode }) => uids.has(inode.uid) };
}

function group(value: PyValue, { memory: { accounts } }: ExecutionCall): Criterion {
  const gids = idsOf(expectText(value, 'replace'), 'group', (name) => accounts.group(name)?.gid);
  return { needs: 'stat', holds: ({ inode }) => gids.has(inode.gid) };
}

function idsOf(
  text: string,
  what: 'user' | 'group',
  idOf: (name: string) => number | undefined,
): ReadonlySet<number> {
  const ids = new Set<number>();
  for (const name of text.split(/[\s,]+/).filter((part) => part !== '')) {
    const id = /^\d+$/.test(name) ? Number(name) : idOf(name);
    if (id === undefined) throw new FindError(`no such ${what} "${name}"`);
    ids.add(id);
  }
  return ids;
}

function size(value: PyValue): Criterion {
  const [least, most] = readSize(expectText(value, 'strip'));
  const fits = (bytes: number): boolean => least <= bytes && bytes <= most;
  return { needs: 'stat', holds: ({ inode }) => fits(sizeOf(inode)) };
}

function mtime(value: PyValue, { clock }: ExecutionCall): Criterion {
  const { seconds, isNewer } = readInterval(value);
  const since = clock.now() / MICROSECONDS - seconds;
  return {
    needs: 'stat',
    holds: (found) => (isNewer ? timeOf(found) >= since : timeOf(found) <= since),
  };
}

function timeOf({ inode }: Found): number {
  return Math.floor(inode.mtime / MICROSECONDS);
}

function grep(value: PyValue): Criterion {
  const regExp = expectPattern(value, '');
  return {
    needs: 'content',
    holds: ({ inode }) =>
      inode.kind === 'file' &&
      inode.content.length > 0 &&
      textOf(inode.content).search(regExp) >= 0,
  };
}

function expectPattern(value: PyValue, flags: string): RegExp {
  const text = typeof value === 'string' ? value : undefined;
  if (text === undefined) throw new FindError(`invalid regular expression: "${typeName(value)}"`);
  try {
    return compilePattern(text, flags);
  } catch (error) {
    if (!(error instanceof MinionError)) throw error;
    throw new FindError(`invalid regular expression: "${text}"`);
  }
}

/** What Salt makes a pattern of for a name with `*` and `?`. */
function globSource(value: PyValue): string {
  const text = expectText(value, 'replace');
  return `${text.replaceAll('.', '\\.').replaceAll('?', '.?').replaceAll('*', '.*')}$`;
}

/** @throws MinionError as Python raises it for a value that has no such method */
function expectText(value: PyValue, method: string): string {
  if (typeof value === 'string') return value;
  const text = `'${typeName(value)}' object has no attribute '${method}'`;
  throw new MinionError('Exception', text, 'AttributeError');
}
