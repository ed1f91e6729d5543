import { isBreak, isPrintable } from './scalar-analysis.ts';
import { styleOf } from './scalar-style.ts';

/** The column after which libyaml folds a line at the next blank. */
const WIDTH = 80;

const ESCAPES: Readonly<Record<string, string>> = {
  '\0': '0',
  '\x07': 'a',
  '\x08': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\xa0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};

/** The lower half of libyaml's emitter: writes tokens and scalars, and keeps count of column and indentation. */
export class Emitter {
  text = '';
  #column = 0;
  /** Spaces before a block line; -1 outside of any collection. */
  #indent = -1;
  readonly #outer: number[] = [];
  #flowLevel = 0;
  /** Whether the last thing written was white space, and whether the line holds only indentation so far. */
  #afterWhitespace = true;
  #atIndentation = true;

  /** Whether the line holds only indentation and indicators such as `-` so far. */
  get atIndentation(): boolean {
    return this.#atIndentation;
  }

  /** Goes one level in; a list under a key stays at the column of the key. */
  indent(how: 'block' | 'flow' | 'indentless'): void {
    this.#outer.push(this.#indent);
    if (this.#indent < 0) this.#indent = how === 'flow' ? 2 : 0;
    else if (how !== 'indentless') this.#indent += 2;
  }

  dedent(): void {
    this.#indent = this.#outer.pop() ?? -1;
  }

  /** Begins a line at the current indentation, unless that is where we are. */
  newLine(): void {
    const indent = Math.max(this.#indent, 0);
    const elsewhere = this.#column > indent || (this.#column === indent && !this.#afterWhitespace);
    if (!this.#atIndentation || elsewhere) this.#break('\n');
    if (this.#column < indent) this.#write(' '.repeat(indent - this.#column));
    this.#afterWhitespace = true;
    this.#atIndentation = true;
  }

  /** Writes an indicator: `-`, `:`, `?`, an anchor or an empty collection. */
  indicator(token: string, { blankBefore = true, indentation = false } = {}): void {
    if (blankBefore && !this.#afterWhitespace) this.#write(' ');
    this.#write(token);
    this.#afterWhitespace = false;
    this.#atIndentation = this.#atIndentation && indentation;
  }

  /** Begins a list in brackets, or a dict in braces. */
  openFlow(bracket: '[' | '{'): void {
    this.indicator(bracket);
    this.#afterWhitespace = true;
    this.indent('flow');
    this.#flowLevel += 1;
  }

  /** Puts what stands between items, and goes on in the next line where this one is full. */
  nextInFlow(isFirst: boolean): void {
    if (!isFirst) this.indicator(',', { blankBefore: false });
    if (this.#column > WIDTH) this.newLine();
  }

  closeFlow(bracket: ']' | '}'): void {
    this.#flowLevel -= 1;
    this.dedent();
    this.indicator(bracket, { blankBefore: false });
  }

  /** Writes a scalar that is no text. */
  plain(token: string): void {
    this.#plain(Array.from(token), false);
  }

  /** Writes a text in the style that suits it; a key is never folded. */
  scalar(text: string, isSimpleKey: boolean): void {
    const style = styleOf(text, isSimpleKey, this.#flowLevel > 0);
    const chars = Array.from(text);
    if (style === 'plain') this.#plain(chars, !isSimpleKey);
    else if (style === 'single quoted') this.#singleQuoted(chars, !isSimpleKey);
    else this.#doubleQuoted(chars, !isSimpleKey);
  }

  /** Ends the document. */
  end(): void {
    if (!this.text.endsWith('\n')) this.text += '\n';
  }

  #plain(chars: readonly string[], mayFold: boolean): void {
    if (!this.#afterWhitespace) this.#write(' ');
    let afterBlank = false;
    for (const [at, char] of chars.entries()) {
      if (char === ' ') {
        const folds = mayFold && !afterBlank && this.#column > WIDTH && chars[at + 1] !== ' ';
        if (folds) this.newLine();
        else this.#write(char);
      } else this.#write(char);
      afterBlank = char === ' ';
    }
    this.#afterWhitespace = false;
    this.#atIndentation = false;
  }

  #singleQuoted(chars: readonly string[], mayFold: boolean): void {
    this.indicator("'");
    let afterBlank = false;
    let afterBreak = false;
    for (const [at, char] of chars.entries()) {
      if (char === ' ') {
        const inside = at > 0 && at < chars.length - 1;
        const folds =
          mayFold && inside && !afterBlank && this.#column > WIDTH && chars[at + 1] !== ' ';
        if (folds) this.newLine();
        else this.#write(char);
        afterBlank = true;
        continue;
      }
      if (isBreak(char)) {
        if (!afterBreak && char === '\n') this.#break('\n');
        this.#break(char);
        this.#atIndentation = true;
        afterBreak = true;
        continue;
      }
      if (afterBreak) this.newLine();
      this.#write(char === "'" ? "''" : char);
      this.#atIndentation = false;
      afterBlank = false;
      afterBreak = false;
    }
    if (afterBreak) this.newLine();
    this.indicator("'", { blankBefore: false });
  }

  #doubleQuoted(chars: readonly string[], mayFold: boolean): void {
    this.indicator('"');
    let afterBlank = false;
    for (const [at, char] of chars.entries()) {
      const inside = at > 0 && at < chars.length - 1;
      if (char === ' ' && mayFold && inside && !afterBlank && this.#column > WIDTH) {
        this.newLine();
        if (chars[at + 1] === ' ') this.#write('\\');
      } else
        this.#write(
          isPrintable(char) && !isBreak(char) && !'"\\'.includes(char) ? char : escape(char),
        );
      afterBlank = char === ' ';
    }
    this.indicator('"', { blankBefore: false });
  }

  #write(text: string): void {
    this.text += text;
    this.#column += Array.from(text).length;
  }

  #break(char: string): void {
    this.text += char;
    this.#column = 0;
  }
}

function escape(char: string): string {
  const short = ESCAPES[char];
  if (short !== undefined) return `\\${short}`;
  const code = char.codePointAt(0) ?? 0;
  const digits = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`;
}
