import type { Cursor } from './cursor.ts';
import type { Token } from './token.ts';

const WORD = /^[0-9A-Za-z_-]$/;
const URI = /^[0-9A-Za-z_;/?:@&=+$.!~*'()%-]$/;
/** Between `<` and `>` and in directives, flow indicators are part of a tag as well. */
const VERBATIM_URI = /^[0-9A-Za-z_;/?:@&=+$.!~*'()%,[\]-]$/;

/** Reads a `%YAML` or `%TAG` line. @throws YamlError for any other directive */
export function scanDirective(cursor: Cursor): Token {
  const at = cursor.at;
  cursor.skip();
  const name = cursor.readWhile(WORD);
  if (name === '' || !cursor.isBlankOrEnd())
    throw cursor.error('could not find expected directive name');
  cursor.skipBlanks();
  const token = directive(cursor, name, at);
  cursor.skipBlanks();
  if (cursor.char() === '#') while (!cursor.atEnd && !cursor.isBreak()) cursor.skip();
  if (!cursor.atEnd && !cursor.isBreak())
    throw cursor.error('did not find expected comment or line break');
  return token;
}

function directive(cursor: Cursor, name: string, at: number): Token {
  if (name === 'YAML') {
    const version = cursor.readWhile(/^[\d.]$/);
    if (!/^\d{1,9}\.\d{1,9}$/.test(version))
      throw cursor.error('did not find expected version number');
    return { type: 'version directive', version, at };
  }
  if (name !== 'TAG') throw cursor.error('found unknown directive name');
  const handle = tagHandle(cursor);
  if (handle !== '!' && !handle.endsWith('!')) throw cursor.error("did not find expected '!'");
  if (!cursor.isBlank()) throw cursor.error('did not find expected whitespace');
  cursor.skipBlanks();
  const prefix = tagUri(cursor, VERBATIM_URI);
  if (!cursor.isBlankOrEnd()) throw cursor.error('did not find expected whitespace or line break');
  return { type: 'tag directive', handle, prefix, at };
}

/** Reads `&name` or `*name`. */
export function scanAnchor(cursor: Cursor): Token {
  const at = cursor.at;
  const type = cursor.char() === '*' ? 'alias' : 'anchor';
  cursor.skip();
  const name = cursor.readWhile(WORD);
  if (name === '' || !(cursor.isBlankOrEnd() || cursor.isOneOf('?:,]}%@`')))
    throw cursor.error('did not find expected alphabetic or numeric character');
  return { type, name, at };
}

/** Reads `!`, `!suffix`, `!!suffix`, `!handle!suffix` or `!<uri>`; the last has no handle, `!` alone neither. */
export function scanTag(cursor: Cursor, inFlow: boolean): Token {
  const at = cursor.at;
  const { handle, suffix } = cursor.char(1) === '<' ? verbatimTag(cursor) : shorthandTag(cursor);
  if (!cursor.isBlankOrEnd() && !(inFlow && cursor.char() === ','))
    throw cursor.error('did not find expected whitespace or line break');
  return { type: 'tag', handle, suffix, at };
}

function verbatimTag(cursor: Cursor): { handle: string; suffix: string } {
  cursor.skip(2);
  const suffix = tagUri(cursor, VERBATIM_URI);
  if (cursor.char() !== '>') throw cursor.error("did not find the expected '>'");
  cursor.skip();
  return { handle: '', suffix };
}

function shorthandTag(cursor: Cursor): { handle: string; suffix: string } {
  const handle = tagHandle(cursor);
  if (handle.length > 1 && handle.endsWith('!')) return { handle, suffix: tagUri(cursor, URI) };
  const suffix = handle.slice(1) + decode(cursor, cursor.readWhile(URI));
  return suffix === '' ? { handle: '', suffix: '!' } : { handle: '!', suffix };
}

function tagHandle(cursor: Cursor): string {
  if (cursor.char() !== '!') throw cursor.error("did not find expected '!'");
  const start = cursor.at;
  cursor.skip();
  cursor.readWhile(WORD);
  if (cursor.char() === '!') cursor.skip();
  return cursor.text.slice(start, cursor.at);
}

function tagUri(cursor: Cursor, characters: RegExp): string {
  const uri = cursor.readWhile(characters);
  if (uri === '') throw cursor.error('did not find expected tag URI');
  return decode(cursor, uri);
}

function decode(cursor: Cursor, uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    throw cursor.error('did not find URI escaped octet');
  }
}
