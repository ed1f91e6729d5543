import type { PyDict, PyValue } from '../../python/value.ts';
import type { Minion } from '../fleet.ts';
import { glob } from './glob.ts';
import { isGlobList, matchGlobList } from './glob-list.ts';
import { grain, grainPcre } from './grain.ts';
import { ipcidr } from './ipcidr.ts';
import { matchList } from './list.ts';
import type { Matcher } from './matcher.ts';
import { nodegroupWords, splitWords } from './nodegroup.ts';
import { pcre } from './pcre.ts';
import { pillar, pillarExact, pillarPcre } from './pillar.ts';
import type { TargetMatch } from './target.ts';

/** What the letter before an `@` matches by; `L@` and `N@` are apart. */
const ENGINES: Readonly<Record<string, Matcher>> = {
  G: grain,
  P: grainPcre,
  I: pillar,
  J: pillarPcre,
  S: ipcidr,
  E: pcre,
};
const EXACT_ENGINES: Readonly<Record<string, Matcher>> = {
  ...ENGINES,
  I: pillarExact,
  J: pillarExact,
};

/** An engine, its own delimiter for grains and pillar, and the pattern behind the `@`. */
const WORD = /^(?:(?:([GPIJ])(.)?|([LNSERTM]))@)?(.+)$/s;

type Token = '&' | '|' | '-' | '(' | ')' | ReadonlySet<string>;

/** What a compound target is read with. */
interface CompoundContext {
  readonly nodegroups: PyDict;
  /** Whether `I@` and `J@` ask for equality. */
  readonly pillarExactly?: boolean;
  /** Whether a word with commas is several globs, as the master of some lines reads it. */
  readonly globAcceptsLists?: boolean;
  /** Whether `L@` with an id that could name no key ends it all, as on the master of some lines. */
  readonly listRefusesOddIds?: boolean;
}

/**
 * `compound`: words joined by `and`, `or`, `not` and brackets that stand alone (salt-core §2.4).
 *
 * Salt turns it into set algebra: `not` is "all minions without", and binds to the next word or
 * bracket. What makes no sense names nobody; brackets left open are closed.
 */
export function matchCompound(
  candidates: readonly Minion[],
  target: PyValue,
  {
    nodegroups,
    pillarExactly = false,
    globAcceptsLists = false,
    listRefusesOddIds = false,
  }: CompoundContext,
): TargetMatch {
  const words =
    typeof target === 'string'
      ? splitWords(target)
      : Array.isArray(target)
        ? target.map(String)
        : [];
  const all = new Set(candidates.map(({ id }) => id));
  const missing: string[] = [];
  const tokens: Token[] = [];
  const open: ('(' | '-')[] = [];
  const closeNegation = (): void => {
    if (open.at(-1) !== '-') return;
    tokens.push(')');
    open.pop();
  };
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const last = tokens.at(-1);
    if (word === 'not') {
      if (last !== undefined && last !== '&' && last !== '|' && last !== '(') tokens.push('&');
      tokens.push('(', all, '-');
      open.push('-');
    } else if (word === 'and' || word === 'or') {
      if (last === undefined || last === '(') return NOBODY;
      tokens.push(word === 'and' ? '&' : '|');
    } else if (word === '(') {
      tokens.push('(');
      open.push('(');
    } else if (word === ')') {
      if (open.at(-1) !== '(') return NOBODY;
      tokens.push(')');
      open.pop();
      closeNegation();
    } else {
      const [, spacedEngine, delimiter = ':', plainEngine, pattern = ''] = WORD.exec(word) ?? [];
      const engine = spacedEngine ?? plainEngine;
      if (engine === 'N') {
        words.unshift(...nodegroupWords(pattern, nodegroups));
        continue;
      }
      const found = matchWord(candidates, {
        engine,
        pattern,
        delimiter,
        pillarExactly,
        globAcceptsLists,
        listRefusesOddIds,
      });
      if (found === undefined) return NOBODY;
      if (last !== '-') missing.push(...found.missing);
      tokens.push(new Set(found.minions));
      closeNegation();
    }
  }
  const result = evaluate([...tokens, ...open.map(() => ')' as const)]);
  return { minions: candidates.filter(({ id }) => result?.has(id)).map(({ id }) => id), missing };
}

const NOBODY: TargetMatch = { minions: [], missing: [] };

/** Whether a compound target has all its brackets closed: minions insist on it where the master does not. */
export function hasClosedBrackets(target: PyValue): boolean {
  const words =
    typeof target === 'string' ? splitWords(target) : Array.isArray(target) ? target : [];
  return (
    words.filter((word) => word === '(').length === words.filter((word) => word === ')').length
  );
}

interface Word {
  readonly engine: string | undefined;
  readonly pattern: string;
  readonly delimiter: string;
  readonly pillarExactly: boolean;
  readonly globAcceptsLists: boolean;
  readonly listRefusesOddIds: boolean;
}

function matchWord(candidates: readonly Minion[], word: Word): TargetMatch | undefined {
  if (word.engine === 'L') return matchList(candidates, word.pattern, word.listRefusesOddIds);
  if (word.engine === undefined && word.globAcceptsLists && isGlobList(word.pattern))
    return { minions: matchGlobList(candidates, word.pattern), missing: [] };
  const engines = word.pillarExactly ? EXACT_ENGINES : ENGINES;
  const matcher = word.engine === undefined ? glob : engines[word.engine];
  if (matcher === undefined) return undefined;
  const test = matcher(word.pattern, word.delimiter);
  return { minions: candidates.filter(test).map(({ id }) => id), missing: [] };
}

/** The value of a set expression, `-` before `&` before `|`; undefined where it makes no sense. */
function evaluate(tokens: Token[]): ReadonlySet<string> | undefined {
  const value = union(tokens);
  return tokens.length === 0 ? value : undefined;
}

type Operation = (a: ReadonlySet<string>, b: ReadonlySet<string>) => ReadonlySet<string>;

function leftToRight(
  tokens: Token[],
  operator: Token,
  operand: (tokens: Token[]) => ReadonlySet<string> | undefined,
  operation: Operation,
): ReadonlySet<string> | undefined {
  let value = operand(tokens);
  while (value !== undefined && tokens[0] === operator) {
    tokens.shift();
    const right = operand(tokens);
    value = right && operation(value, right);
  }
  return value;
}

function union(tokens: Token[]): ReadonlySet<string> | undefined {
  return leftToRight(tokens, '|', intersection, (a, b) => new Set([...a, ...b]));
}

function intersection(tokens: Token[]): ReadonlySet<string> | undefined {
  return leftToRight(tokens, '&', difference, (a, b) => new Set([...a].filter((id) => b.has(id))));
}

function difference(tokens: Token[]): ReadonlySet<string> | undefined {
  return leftToRight(tokens, '-', atom, (a, b) => new Set([...a].filter((id) => !b.has(id))));
}

function atom(tokens: Token[]): ReadonlySet<string> | undefined {
  const token = tokens.shift();
  if (token instanceof Set) return token;
  if (token !== '(') return undefined;
  const value = union(tokens);
  return tokens.shift() === ')' ? value : undefined;
}
