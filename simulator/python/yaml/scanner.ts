import { Cursor } from './cursor.ts';
import { scanBlockScalar } from './scan-block-scalar.ts';
import { scanPlain, scanQuoted } from './scan-flow-scalar.ts';
import { scanAnchor, scanDirective, scanTag } from './scan-tag.ts';
import type { StructureToken, Token } from './token.ts';
import type { YamlError } from './yaml-error.ts';

/** A key without `?` must end on its line and within this many characters. */
const LONGEST_SIMPLE_KEY = 1024;

/** How many collections libyaml bears within each other. */
const DEEPEST = { block: 999, flow: 1000 } as const;

const FLOW_INDICATORS: Readonly<Record<string, StructureToken>> = {
  '[': 'flow sequence start',
  ']': 'flow sequence end',
  '{': 'flow mapping start',
  '}': 'flow mapping end',
  ',': 'flow entry',
};
/** Characters that begin something other than a plain scalar. */
const INDICATORS = '-?:,[]{}#&*!|>\'"%@`';

/** A token that turns out to be a key if a `:` follows in time. */
interface SimpleKey {
  readonly tokenNumber: number;
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** Whether nothing but a key can stand there. */
  readonly required: boolean;
}

/**
 * Splits a YAML text into tokens as libyaml 0.2.6 (MIT) does, which Salt reads YAML with: YAML 1.1
 * with that library's own ideas about tabs, comments and keys.
 *
 * @throws YamlError with the place where the text stops making sense
 */
export function scan(text: string): readonly Token[] {
  return new Scanner(text).tokens();
}

class Scanner {
  readonly #cursor: Cursor;
  readonly #tokens: Token[] = [];
  /** The column of the block collection we are in, -1 outside of any, and those around it. */
  #indent = -1;
  readonly #outerIndents: number[] = [];
  /** The possible key of each flow level, the block level first. */
  readonly #simpleKeys: (SimpleKey | undefined)[] = [undefined];
  #simpleKeyAllowed = true;

  constructor(text: string) {
    this.#cursor = new Cursor(text);
  }

  tokens(): readonly Token[] {
    for (;;) {
      this.#skipToToken();
      this.#dropStaleKeys();
      this.#unroll(this.#cursor.column);
      if (this.#cursor.atEnd) break;
      this.#token();
    }
    this.#leaveBlocks();
    this.#add('stream end');
    return this.#tokens;
  }

  get #inFlow(): boolean {
    return this.#simpleKeys.length > 1;
  }

  #token(): void {
    const cursor = this.#cursor;
    const char = cursor.char();
    if (cursor.column === 0 && char === '%') {
      this.#leaveBlocks();
      this.#tokens.push(scanDirective(cursor));
    } else if (cursor.isDocumentMarker()) {
      this.#leaveBlocks();
      this.#add(char === '-' ? 'document start' : 'document end', 3);
    } else if (FLOW_INDICATORS[char] !== undefined)
      this.#flowIndicator(char, FLOW_INDICATORS[char]);
    else if (char === '-' && cursor.isBlankOrEnd(1)) this.#blockEntry();
    else if (char === '?' && (this.#inFlow || cursor.isBlankOrEnd(1))) this.#key();
    else if (char === ':' && (this.#inFlow || cursor.isBlankOrEnd(1))) this.#value();
    else if ((char === '|' || char === '>') && !this.#inFlow) {
      this.#dropKey();
      this.#simpleKeyAllowed = true;
      this.#tokens.push(scanBlockScalar(cursor, this.#indent));
    } else this.#node(char);
  }

  /** Reads what may be a key, or stand before one. */
  #node(char: string): void {
    const cursor = this.#cursor;
    this.#saveKey();
    this.#simpleKeyAllowed = false;
    if (char === '&' || char === '*') this.#tokens.push(scanAnchor(cursor));
    else if (char === '!') this.#tokens.push(scanTag(cursor, this.#inFlow));
    else if (char === "'" || char === '"') this.#tokens.push(scanQuoted(cursor));
    else {
      if (!this.#beginsPlain(char))
        throw cursor.error('found character that cannot start any token');
      const { token, endsOnNewLine } = scanPlain(cursor, this.#indent + 1, this.#inFlow);
      this.#tokens.push(token);
      if (endsOnNewLine) this.#simpleKeyAllowed = true;
    }
  }

  #beginsPlain(char: string): boolean {
    if (char === '-') return !this.#cursor.isBlank(1);
    if (char === '?' || char === ':') return !this.#inFlow;
    return char !== '\t' && !INDICATORS.includes(char);
  }

  #flowIndicator(char: string, type: StructureToken): void {
    const opens = char === '[' || char === '{';
    if (opens) {
      this.#saveKey();
      this.#simpleKeys.push(undefined);
      if (this.#simpleKeys.length - 1 > DEEPEST.flow) throw this.#tooDeep();
    } else {
      this.#dropKey();
      if (char !== ',' && this.#inFlow) this.#simpleKeys.pop();
    }
    this.#simpleKeyAllowed = opens || char === ',';
    this.#add(type, 1);
  }

  #blockEntry(): void {
    if (!this.#inFlow) {
      if (!this.#simpleKeyAllowed)
        throw this.#cursor.error('block sequence entries are not allowed in this context');
      this.#roll(this.#cursor.column, 'block sequence start');
    }
    this.#dropKey();
    this.#simpleKeyAllowed = true;
    this.#add('block entry', 1);
  }

  #key(): void {
    if (!this.#inFlow) {
      if (!this.#simpleKeyAllowed)
        throw this.#cursor.error('mapping keys are not allowed in this context');
      this.#roll(this.#cursor.column, 'block mapping start');
    }
    this.#dropKey();
    this.#simpleKeyAllowed = !this.#inFlow;
    this.#add('key', 1);
  }

  #value(): void {
    const key = this.#simpleKeys.at(-1);
    if (key !== undefined) {
      this.#tokens.splice(key.tokenNumber, 0, { type: 'key', at: key.at });
      this.#roll(key.column, 'block mapping start', key);
      this.#simpleKeys[this.#simpleKeys.length - 1] = undefined;
      this.#simpleKeyAllowed = false;
    } else {
      if (!this.#inFlow) {
        if (!this.#simpleKeyAllowed)
          throw this.#cursor.error('mapping values are not allowed in this context');
        this.#roll(this.#cursor.column, 'block mapping start');
      }
      this.#simpleKeyAllowed = !this.#inFlow;
    }
    this.#add('value', 1);
  }

  #add(type: StructureToken, length = 0): void {
    this.#tokens.push({ type, at: this.#cursor.at });
    this.#cursor.skip(length);
  }

  /** Goes past blanks, comments and line breaks; a tab is no blank where a key may begin. */
  #skipToToken(): void {
    const cursor = this.#cursor;
    for (;;) {
      if (cursor.column === 0 && cursor.char() === '\ufeff') cursor.skip();
      const blanks = this.#inFlow || !this.#simpleKeyAllowed ? ' \t' : ' ';
      while (cursor.isOneOf(blanks)) cursor.skip();
      if (cursor.char() === '#') while (!cursor.atEnd && !cursor.isBreak()) cursor.skip();
      if (!cursor.isBreak()) return;
      cursor.readBreak();
      if (!this.#inFlow) this.#simpleKeyAllowed = true;
    }
  }

  #saveKey(): void {
    if (!this.#simpleKeyAllowed) return;
    this.#dropKey();
    const { at, line, column } = this.#cursor;
    const required = !this.#inFlow && this.#indent === column;
    const tokenNumber = this.#tokens.length;
    this.#simpleKeys[this.#simpleKeys.length - 1] = { tokenNumber, at, line, column, required };
  }

  /** Gives up the possible key of this flow level. */
  #dropKey(level = this.#simpleKeys.length - 1): void {
    if (this.#simpleKeys[level]?.required === true)
      throw this.#cursor.error("could not find expected ':'");
    this.#simpleKeys[level] = undefined;
  }

  #dropStaleKeys(): void {
    const { at, line } = this.#cursor;
    for (const [level, key] of this.#simpleKeys.entries())
      if (key !== undefined && (key.line < line || key.at + LONGEST_SIMPLE_KEY < at))
        this.#dropKey(level);
  }

  /** Begins a block collection at this column, unless we are in one there. */
  #roll(column: number, type: StructureToken, key?: SimpleKey): void {
    if (this.#inFlow || this.#indent >= column) return;
    this.#outerIndents.push(this.#indent);
    if (this.#outerIndents.length > DEEPEST.block) throw this.#tooDeep();
    this.#indent = column;
    const at = key?.at ?? this.#cursor.at;
    this.#tokens.splice(key?.tokenNumber ?? this.#tokens.length, 0, { type, at });
  }

  #tooDeep(): YamlError {
    return this.#cursor.error('exceeded maximum nesting depth');
  }

  /** Ends the block collections to the right of this column. */
  #unroll(column: number): void {
    while (!this.#inFlow && this.#indent > column) {
      this.#tokens.push({ type: 'block end', at: this.#cursor.at });
      this.#indent = this.#outerIndents.pop() ?? -1;
    }
  }

  #leaveBlocks(): void {
    this.#unroll(-1);
    this.#dropKey();
    this.#simpleKeyAllowed = false;
  }
}
