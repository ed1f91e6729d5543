import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

/**
 * Reads a `|` or `>` text; the cursor is at that character.
 *
 * @param parentIndent the column of the collection around it, -1 outside of any
 */
export function scanBlockScalar(cursor: Cursor, parentIndent: number): Token {
  const at = cursor.at;
  const literal = cursor.char() === '|';
  cursor.skip();
  const { chomping, increment } = header(cursor);
  const given = increment === undefined ? undefined : Math.max(parentIndent, 0) + increment;
  const first = emptyLines(cursor, given, parentIndent);
  const { indent } = first;
  let trailing = first.breaks;
  let lineBreak = '';
  let value = '';
  let afterIndented = false;
  while (cursor.column === indent && !cursor.atEnd) {
    const indented = cursor.isBlank();
    const folds = !literal && lineBreak === '\n' && !afterIndented && !indented;
    if (!folds) value += lineBreak;
    else if (trailing === '') value += ' ';
    value += trailing;
    afterIndented = indented;
    const start = cursor.at;
    while (!cursor.atEnd && !cursor.isBreak()) cursor.skip();
    value += cursor.text.slice(start, cursor.at);
    lineBreak = cursor.atEnd ? '' : cursor.readBreak();
    trailing = emptyLines(cursor, indent, parentIndent).breaks;
  }
  if (chomping !== '-') value += lineBreak;
  if (chomping === '+') value += trailing;
  return { type: 'scalar', value, plain: false, at };
}

/** Reads the rest of the line: `+` or `-`, a digit, a comment. */
function header(cursor: Cursor): { chomping: string; increment: number | undefined } {
  const indicators = cursor.readWhile(/^[-+\d]$/);
  const match = /^(?:([-+])?(\d)?|(\d)([-+]))$/.exec(indicators);
  if (match === null) throw cursor.error('did not find expected comment or line break');
  const digit = match[2] ?? match[3];
  if (digit === '0') throw cursor.error('found an indentation indicator equal to 0');
  cursor.skipBlanks();
  if (cursor.char() === '#') while (!cursor.atEnd && !cursor.isBreak()) cursor.skip();
  if (!cursor.atEnd && !cursor.isBreak())
    throw cursor.error('did not find expected comment or line break');
  if (!cursor.atEnd) cursor.readBreak();
  return {
    chomping: match[1] ?? match[4] ?? '',
    increment: digit === undefined ? undefined : Number(digit),
  };
}

/** Goes past empty lines to the first that is not; without an indentation so far, that line tells it. */
function emptyLines(
  cursor: Cursor,
  indent: number | undefined,
  parentIndent: number,
): { breaks: string; indent: number } {
  let breaks = '';
  let deepest = 0;
  const before = (): boolean => indent === undefined || cursor.column < indent;
  for (;;) {
    while (before() && cursor.char() === ' ') cursor.skip();
    deepest = Math.max(deepest, cursor.column);
    if (before() && cursor.char() === '\t')
      throw cursor.error('found a tab character where an indentation space is expected');
    if (!cursor.isBreak()) break;
    breaks += cursor.readBreak();
  }
  return { breaks, indent: indent ?? Math.max(deepest, parentIndent + 1, 1) };
}
