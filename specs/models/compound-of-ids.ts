import * as fc from 'fast-check';

/** A compound target that was built, not read: its text, and whom it names of the ids it was built of. */
export interface CompoundOfIds {
  readonly text: string;
  readonly names: (id: string) => boolean;
}

/** Ways to name one id by a word (salt-core, compound matchers). */
const WORDS: readonly ((id: string) => string)[] = [
  (id) => id,
  (id) => `L@${id},nobody`,
  (id) => `E@${id.replaceAll(/\W/g, String.raw`\$&`)}$`,
  (id) => `G@id:${id}`,
];

function joined(
  operator: 'and' | 'or',
  parts: fc.Arbitrary<CompoundOfIds>,
): fc.Arbitrary<CompoundOfIds> {
  return fc.array(parts, { minLength: 1, maxLength: 3 }).map((all) => ({
    text: all.map(({ text }) => text).join(` ${operator} `),
    names: (id) =>
      operator === 'and' ? all.every((part) => part.names(id)) : all.some((part) => part.names(id)),
  }));
}

/** Alternatives of conjunctions of words and brackets, each perhaps with not before it. */
export function compoundsOf(ids: readonly string[]): fc.Arbitrary<CompoundOfIds> {
  const word = fc
    .record({ id: fc.constantFrom(...ids), spell: fc.constantFrom(...WORDS) })
    .map(({ id, spell }): CompoundOfIds => ({
      text: spell(id),
      names: (other) => other === id,
    }));
  return fc.letrec<{ whole: CompoundOfIds; part: CompoundOfIds; atom: CompoundOfIds }>((tie) => ({
    atom: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      word,
      tie('whole').map(({ text, names }) => ({ text: `( ${text} )`, names })),
    ),
    part: fc.tuple(fc.boolean(), tie('atom')).map(([isNegated, { text, names }]) => ({
      text: isNegated ? `not ${text}` : text,
      names: (id) => names(id) !== isNegated,
    })),
    whole: joined('or', joined('and', tie('part'))),
  })).whole;
}
