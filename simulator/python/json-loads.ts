import { JSONDecodeError } from './json-decode-error.ts';
import { float, PyFloat, type PyDict, type PyValue } from './value.ts';
import { PyException } from './exception.ts';

const NUMBER = /-?(?:0|[1-9]\d*)(\.\d+)?([eE][-+]?\d+)?/y;
const WHITESPACE = /[ \t\n\r]*/y;
/** The characters of a string up to its end, an escape or a control character. */
// oxlint-disable-next-line no-control-regex -- JSON forbids them in strings
const PLAIN = /[^"\\\u0000-\u001f]*/y;
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const CONSTANTS: readonly (readonly [string, PyValue])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
  ['NaN', new PyFloat(Number.NaN)],
  ['Infinity', new PyFloat(Number.POSITIVE_INFINITY)],
  ['-Infinity', new PyFloat(Number.NEGATIVE_INFINITY)],
];
/** CPython stops with a RecursionError near its limit of 1000 frames. */
const DEEPEST = 990;

/**
 * Reads a JSON text as CPython's `json.loads` does, NaN and Infinity included.
 *
 * @throws JSONDecodeError with Python's message, RangeError for nesting beyond what Python bears
 */
export function loads(text: string): PyValue {
  if (text.startsWith('\ufeff'))
    throw new JSONDecodeError('Unexpected UTF-8 BOM (decode using utf-8-sig)', text, 0);
  const reader = new Reader(text);
  const value = reader.document();
  return value;
}

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): PyValue {
    this.#skipWhitespace();
    const value = this.#value(0);
    this.#skipWhitespace();
    if (this.#at < this.#text.length) throw this.#error('Extra data');
    return value;
  }

  #value(depth: number): PyValue {
    const char = this.#text[this.#at];
    if (depth > DEEPEST) throw tooDeep(char);
    if (char === '"') return this.#string();
    if (char === '{') return this.#object(depth);
    if (char === '[') return this.#array(depth);
    for (const [word, value] of CONSTANTS) {
      if (char === word[0] && this.#text.startsWith(word, this.#at)) {
        this.#at += word.length;
        return value;
      }
    }
    return this.#number();
  }

  #number(): PyValue {
    NUMBER.lastIndex = this.#at;
    const match = NUMBER.exec(this.#text);
    if (match === null) throw this.#error('Expecting value');
    this.#at = NUMBER.lastIndex;
    if (match[1] !== undefined || match[2] !== undefined) return float(Number(match[0]));
    const value = Number(match[0]);
    return Number.isSafeInteger(value) ? value + 0 : BigInt(match[0]);
  }

  #array(depth: number): PyValue[] {
    const items: PyValue[] = [];
    this.#at += 1;
    this.#skipWhitespace();
    if (this.#take(']')) return items;
    for (;;) {
      items.push(this.#value(depth + 1));
      this.#skipWhitespace();
      if (this.#take(']')) return items;
      if (!this.#take(',')) throw this.#error("Expecting ',' delimiter");
      this.#skipWhitespace();
    }
  }

  #object(depth: number): PyDict {
    const entries: PyDict = new Map();
    this.#at += 1;
    this.#skipWhitespace();
    if (this.#take('}')) return entries;
    for (;;) {
      if (this.#text[this.#at] !== '"')
        throw this.#error('Expecting property name enclosed in double quotes');
      const key = this.#string();
      this.#skipWhitespace();
      if (!this.#take(':')) throw this.#error("Expecting ':' delimiter");
      this.#skipWhitespace();
      entries.set(key, this.#value(depth + 1));
      this.#skipWhitespace();
      if (this.#take('}')) return entries;
      if (!this.#take(',')) throw this.#error("Expecting ',' delimiter");
      this.#skipWhitespace();
    }
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    let value = '';
    for (;;) {
      PLAIN.lastIndex = this.#at;
      PLAIN.exec(this.#text);
      value += this.#text.slice(this.#at, PLAIN.lastIndex);
      this.#at = PLAIN.lastIndex;
      const char = this.#text[this.#at];
      if (char === undefined)
        throw new JSONDecodeError('Unterminated string starting at', this.#text, start);
      if (char === '"') {
        this.#at += 1;
        return value;
      }
      if (char !== '\\') throw this.#error('Invalid control character at');
      value += this.#escape(start);
    }
  }

  #escape(start: number): string {
    const letter = this.#text[this.#at + 1];
    if (letter === undefined)
      throw new JSONDecodeError('Unterminated string starting at', this.#text, start);
    if (letter === 'u') {
      const digits = this.#text.slice(this.#at + 2, this.#at + 6);
      if (!/^[0-9a-fA-F]{4}$/.test(digits)) {
        throw new JSONDecodeError('Invalid \\uXXXX escape', this.#text, this.#at + 1);
      }
      this.#at += 6;
      return String.fromCharCode(Number.parseInt(digits, 16));
    }
    const escaped = ESCAPES[letter];
    if (escaped === undefined) throw this.#error('Invalid \\escape');
    this.#at += 2;
    return escaped;
  }

  #skipWhitespace(): void {
    const code = this.#text.charCodeAt(this.#at);
    if (code > 32) return;
    WHITESPACE.lastIndex = this.#at;
    WHITESPACE.exec(this.#text);
    this.#at = WHITESPACE.lastIndex;
  }

  #take(char: string): boolean {
    if (this.#text[this.#at] !== char) return false;
    this.#at += 1;
    return true;
  }

  #error(problem: string): JSONDecodeError {
    return new JSONDecodeError(problem, this.#text, this.#at);
  }
}

function tooDeep(char: string | undefined): PyException {
  const what = char === '{' ? 'object' : 'array';
  return new PyException(
    `maximum recursion depth exceeded while decoding a JSON ${what} from a unicode string`,
  );
}
