import { YamlError } from './yaml-error.ts';

/** What libyaml's reader lets through; everything else must be escaped in double quotes. */
const UNACCEPTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

/** A place in a YAML text; columns and offsets count UTF-16 units from 0. */
export class Cursor {
  readonly text: string;
  at = 0;
  line = 0;
  #lineStart = 0;

  /** @throws YamlError for characters that YAML does not allow */
  constructor(text: string) {
    this.text = text;
    const unacceptable = UNACCEPTABLE.exec(text);
    if (unacceptable !== null)
      throw errorAt(text, unacceptable.index, 'control characters are not allowed');
  }

  get column(): number {
    return this.at - this.#lineStart;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** The character some way on; an empty text beyond the end. */
  char(ahead = 0): string {
    return this.text[this.at + ahead] ?? '';
  }

  /** Whether the character some way on is one of these; the end is none. */
  isOneOf(chars: string, ahead = 0): boolean {
    const char = this.char(ahead);
    return char !== '' && chars.includes(char);
  }

  isBlank(ahead = 0): boolean {
    return this.isOneOf(' \t', ahead);
  }

  isBreak(ahead = 0): boolean {
    return this.isOneOf('\n\r\x85\u2028\u2029', ahead);
  }

  /** Whether a word ends here: at a blank, a line break or the end of the text. */
  isBlankOrEnd(ahead = 0): boolean {
    return this.char(ahead) === '' || this.isBlank(ahead) || this.isBreak(ahead);
  }

  /** Whether a line begins here with `---` or `...`, alone or before a blank. */
  isDocumentMarker(marker?: '---' | '...'): boolean {
    if (this.column !== 0 || !this.isBlankOrEnd(3)) return false;
    const word = this.text.slice(this.at, this.at + 3);
    return marker === undefined ? word === '---' || word === '...' : word === marker;
  }

  skip(count = 1): void {
    this.at += count;
  }

  skipBlanks(): void {
    while (this.isBlank()) this.skip();
  }

  /** Goes past a line break and gives what YAML makes of it: `\n` but for U+2028 and U+2029. */
  readBreak(): string {
    const char = this.char();
    this.skip(char === '\r' && this.char(1) === '\n' ? 2 : 1);
    this.line += 1;
    this.#lineStart = this.at;
    return char === '\u2028' || char === '\u2029' ? char : '\n';
  }

  /** Reads as many characters as are of this class. */
  readWhile(characters: RegExp): string {
    const start = this.at;
    while (characters.test(this.char())) this.skip();
    return this.text.slice(start, this.at);
  }

  error(message: string): YamlError {
    return errorAt(this.text, this.at, message);
  }
}

/** An error about a place in a text, given as an offset. */
export function errorAt(text: string, at: number, message: string): YamlError {
  const lines = text.slice(0, at).split(/\r\n|[\n\r\x85\u2028\u2029]/);
  return new YamlError(message, lines.length, (lines.at(-1)?.length ?? 0) + 1);
}
