import * as fc from 'fast-check';

/** What no database keeps in a text. */
const NUL = '\u0000';

/** Texts of any letters, short and long, empty too. */
export const anyText: fc.Arbitrary<string> = fc
  .oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.integer({ min: 1, max: 30 }).map((times) => 'grüße 世界 🧂 "\\" \n'.repeat(times)),
  )
  .filter((text) => !text.includes(NUL));

/** Any value of JSON, as it is once it was written and read again. */
export const anyJson: fc.Arbitrary<unknown> = fc
  .jsonValue({ stringUnit: 'binary', maxDepth: 4 })
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('\\u0000'))
  .map((text) => JSON.parse(text) as unknown);

/** Any object of JSON: few members, each of any value. */
export const anyObject: fc.Arbitrary<Record<string, unknown>> = fc
  .array(fc.tuple(anyText, anyJson), { maxLength: 5 })
  .map((entries) => Object.fromEntries(entries));
