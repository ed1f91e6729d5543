import type { Cursor } from './cursor.ts';
import { LineFold } from './line-fold.ts';
import type { Token } from './token.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  '/': '/',
  '\\': '\\',
  N: '\x85',
  _: '\xa0',
  L: '\u2028',
  P: '\u2029',
};
/** How many hexadecimal digits follow an escape. */
const DIGITS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** Reads a text in single or double quotes; the cursor is at the opening one. */
export function scanQuoted(cursor: Cursor): Token {
  const at = cursor.at;
  const quote = cursor.char();
  cursor.skip();
  let value = '';
  for (;;) {
    if (cursor.isDocumentMarker()) throw cursor.error('found unexpected document indicator');
    if (cursor.atEnd) throw cursor.error('found unexpected end of stream');
    const fold = new LineFold();
    while (!cursor.isBlankOrEnd()) {
      const char = cursor.char();
      if (char === quote) {
        if (quote !== "'" || cursor.char(1) !== "'") break;
        value += "'";
        cursor.skip(2);
      } else if (char === '\\' && quote === '"') {
        if (cursor.isBreak(1)) {
          cursor.skip();
          cursor.readBreak();
          fold.beginLine();
          break;
        }
        value += escape(cursor);
      } else {
        value += char;
        cursor.skip();
      }
    }
    if (cursor.char() === quote) break;
    while (cursor.isBlank() || cursor.isBreak()) fold.take(cursor);
    value += fold.text;
  }
  cursor.skip();
  return { type: 'scalar', value, plain: false, at };
}

function escape(cursor: Cursor): string {
  const letter = cursor.char(1);
  const length = DIGITS[letter];
  if (length === undefined) {
    const escaped = ESCAPES[letter];
    if (escaped === undefined) throw cursor.error('found unknown escape character');
    cursor.skip(2);
    return escaped;
  }
  const digits = cursor.text.slice(cursor.at + 2, cursor.at + 2 + length);
  if (digits.length < length || !/^[0-9a-f]+$/i.test(digits))
    throw cursor.error('did not find expected hexdecimal number');
  const code = Number.parseInt(digits, 16);
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw cursor.error('found invalid Unicode character escape code');
  cursor.skip(2 + length);
  return String.fromCodePoint(code);
}

/** What a plain scalar ended with: whether a line break came last, after which a key may begin. */
export interface PlainScalar {
  readonly token: Token;
  readonly endsOnNewLine: boolean;
}

/**
 * Reads a text without quotes, up to a `: `, a ` #`, a line that is not indented further or, in
 * flow collections, an indicator of theirs.
 *
 * @param indent the least column of a line that continues the text
 */
export function scanPlain(cursor: Cursor, indent: number, inFlow: boolean): PlainScalar {
  const at = cursor.at;
  let value = '';
  let fold = new LineFold();
  while (!cursor.isDocumentMarker() && cursor.char() !== '#') {
    const start = cursor.at;
    while (!cursor.isBlankOrEnd() && !endsPlain(cursor, inFlow)) cursor.skip();
    if (cursor.at > start) {
      value += fold.text + cursor.text.slice(start, cursor.at);
      fold = new LineFold();
    }
    if (!cursor.isBlank() && !cursor.isBreak()) break;
    while (cursor.isBlank() || cursor.isBreak()) {
      if (fold.onNewLine && cursor.column < indent && cursor.char() === '\t')
        throw cursor.error('found a tab character that violates indentation');
      fold.take(cursor);
    }
    if (!inFlow && cursor.column < indent) break;
  }
  return { token: { type: 'scalar', value, plain: true, at }, endsOnNewLine: fold.onNewLine };
}

function endsPlain(cursor: Cursor, inFlow: boolean): boolean {
  const colon = cursor.char() === ':';
  if (inFlow && colon && cursor.isOneOf(',?[]{}', 1)) throw cursor.error("found unexpected ':'");
  return (colon && cursor.isBlankOrEnd(1)) || (inFlow && cursor.isOneOf(',[]{}'));
}
