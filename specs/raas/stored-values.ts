/** Values that must come back as they were stored: empty, long, nested, not ASCII, looking like something else. */
export const STORED_VALUES = {
  empty: {},
  nested: { a: [{ b: { c: [1, [2, [3]]] } }], d: {} },
  unicode: { 'schlüssel 鍵 🧂': 'wert 値 🧂', combining: 'e\u0301' },
  scalars: { yes: true, no: false, none: null, zero: 0, minus: -1.5, big: 9_007_199_254_740_991 },
  lookalikes: { number: '1', float: '1.0', boolean: 'true', none: 'null', empty: '', blank: ' ' },
  markup: { html: '<b>&amp;</b>', jinja: '{{ 1 + 1 }}', quotes: '"\'\\', lines: 'a\nb\r\nc\t' },
  long: { text: 'x'.repeat(100_000), list: Array.from({ length: 1000 }, (_, at) => at) },
} as const;

/** Names that a thing may have, put behind the part that makes it unique. */
export const STRANGE_NAMES = [
  '',
  ' with blanks',
  '-ümläut-鍵-🧂',
  '-\'quotes"',
  '-%_*?[a]',
  '-<b>&',
];
