import * as fc from 'fast-check';

/** A minion as targets see it. */
export interface TargetedMinion {
  readonly id: string;
  readonly role: string;
  readonly dc: string;
  readonly tags: readonly string[];
}

/** A target that is built rather than read: its text, and whom it names by plain tests. */
export interface TargetExpression {
  readonly text: string;
  readonly names: (minion: TargetedMinion) => boolean;
}

const id = fc.stringMatching(/^[ab]{1,3}$/);
const word = fc.constantFrom('web', 'db', 'Web');

/** Fleets of up to six minions with short ids, so that targets often tell them apart by a letter. */
export const fleets: fc.Arbitrary<TargetedMinion[]> = fc.uniqueArray(
  fc.record({ id, role: word, dc: word, tags: fc.array(word, { maxLength: 2 }) }),
  { selector: (minion) => minion.id, maxLength: 6 },
);

type GlobPart = { readonly text: string; readonly fits: (char: string) => boolean } | '*';

const globPart: fc.Arbitrary<GlobPart> = fc.oneof(
  fc.constantFrom('a', 'b').map((text) => ({ text, fits: (char: string) => char === text })),
  fc.constant({ text: '?', fits: () => true }),
  fc.constant({ text: '[!a]', fits: (char: string) => char !== 'a' }),
  fc.constant({ text: '[a-c]', fits: (char: string) => char === 'a' || char === 'b' }),
  fc.constant('*' as const),
);

function fitsGlob(parts: readonly GlobPart[], text: string): boolean {
  const [first, ...rest] = parts;
  if (first === undefined) return text === '';
  if (first === '*') return fitsGlob(rest, text) || (text !== '' && fitsGlob(parts, text.slice(1)));
  return text !== '' && first.fits(text.charAt(0)) && fitsGlob(rest, text.slice(1));
}

/** A glob on the id. */
export const globs: fc.Arbitrary<TargetExpression> = fc
  .array(globPart, { minLength: 1, maxLength: 4 })
  .map((parts) => ({
    text: parts.map((part) => (part === '*' ? part : part.text)).join(''),
    names: (minion) => fitsGlob(parts, minion.id),
  }));

const sameWord = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A value of a grain, at the top, below a key or in a list. */
export const grains: fc.Arbitrary<TargetExpression> = fc.oneof(
  word.map((value) => ({
    text: `role:${value}`,
    names: (minion: TargetedMinion) => sameWord(minion.role, value),
  })),
  word.map((value) => ({
    text: `site:dc:${value}`,
    names: (minion: TargetedMinion) => sameWord(minion.dc, value),
  })),
  word.map((value) => ({
    text: `tags:${value}`,
    names: (minion: TargetedMinion) => minion.tags.some((tag) => sameWord(tag, value)),
  })),
);

const lists = fc.array(id, { minLength: 1, maxLength: 3 }).map((ids) => ({
  text: ids.join(','),
  names: (minion: TargetedMinion) => ids.includes(minion.id),
}));

const prefixed = (
  prefix: string,
  expressions: fc.Arbitrary<TargetExpression>,
): fc.Arbitrary<TargetExpression> =>
  expressions.map(({ text, names }) => ({ text: prefix + text, names }));

const beginnings = id.map((start) => ({
  text: start,
  names: (minion: TargetedMinion) => minion.id.startsWith(start),
}));

const joined = (
  operator: 'and' | 'or',
  parts: fc.Arbitrary<TargetExpression>,
): fc.Arbitrary<TargetExpression> =>
  fc.array(parts, { minLength: 1, maxLength: 3 }).map((all) => ({
    text: all.map(({ text }) => text).join(` ${operator} `),
    names: (minion) =>
      operator === 'and'
        ? all.every((part) => part.names(minion))
        : all.some((part) => part.names(minion)),
  }));

/** A compound target: alternatives of conjunctions of words and brackets, each perhaps with not. */
export const compounds: fc.Arbitrary<TargetExpression> = fc.letrec<{
  whole: TargetExpression;
  part: TargetExpression;
  atom: TargetExpression;
}>((tie) => ({
  atom: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    globs,
    prefixed('G@', grains),
    prefixed('L@', lists),
    prefixed('E@', beginnings),
    tie('whole').map(({ text, names }) => ({ text: `( ${text} )`, names })),
  ),
  part: fc.tuple(fc.boolean(), tie('atom')).map(([isNegated, atom]) => ({
    text: isNegated ? `not ${atom.text}` : atom.text,
    names: (minion) => atom.names(minion) !== isNegated,
  })),
  whole: joined('or', joined('and', tie('part'))),
})).whole;
