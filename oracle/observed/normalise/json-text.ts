/** One member of an object: its key, and its text as it stands, key included. */
export interface MemberText {
  readonly key: string;
  readonly text: string;
}

/** Chooses and orders the members of an object or the items of a list; the outermost are seen last. */
export interface JsonRewriter {
  members(members: readonly MemberText[]): readonly MemberText[];
  items(items: readonly string[]): readonly string[];
}

/**
 * Reorders or drops parts of a JSON text and leaves every other byte as it is: blanks, escapes and
 * the spelling of numbers, which parsing and writing would lose. A text that is not JSON is given
 * back unchanged.
 */
export function rewriteJson(text: string, rewriter: JsonRewriter): string {
  const scanner = new Scanner(text, rewriter);
  return scanner.document() ?? text;
}

class Scanner {
  readonly #text: string;
  readonly #rewriter: JsonRewriter;
  #at = 0;

  constructor(text: string, rewriter: JsonRewriter) {
    this.#text = text;
    this.#rewriter = rewriter;
  }

  document(): string | undefined {
    try {
      const head = this.#blank();
      const value = this.#value();
      const tail = this.#blank();
      return this.#at === this.#text.length ? head + value + tail : undefined;
    } catch (error) {
      if (error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  #value(): string {
    const first = this.#text[this.#at];
    if (first === '{') return this.#object();
    if (first === '[') return this.#array();
    return this.#take(first === '"' ? STRING : SCALAR);
  }

  #object(): string {
    return this.#list(
      '}',
      () => {
        const key = this.#take(STRING);
        const colon = this.#take(COLON);
        return { key: JSON.parse(key) as string, text: key + colon + this.#value() };
      },
      (members) => this.#rewriter.members(members).map(({ text }) => text),
    );
  }

  #array(): string {
    return this.#list(
      ']',
      () => this.#value(),
      (items) => this.#rewriter.items(items),
    );
  }

  /** Separators stay where they are: what is reordered between them takes none along. */
  #list<Part>(
    end: string,
    part: () => Part,
    rewrite: (parts: readonly Part[]) => readonly string[],
  ): string {
    const open = this.#text[this.#at++] + this.#blank();
    if (this.#text[this.#at] === end) return open + this.#text[this.#at++];
    const parts: Part[] = [part()];
    const separators: string[] = [];
    for (;;) {
      const blank = this.#blank();
      const next = this.#text[this.#at++];
      if (next === end) {
        const texts = rewrite(parts);
        const joined = texts.map((text, at) => (at === 0 ? '' : (separators[at - 1] ?? '')) + text);
        return open + joined.join('') + blank + end;
      }
      if (next !== ',') throw new SyntaxError(`No JSON at ${this.#at}.`);
      separators.push(`${blank},${this.#blank()}`);
      parts.push(part());
    }
  }

  #blank(): string {
    return this.#take(BLANK);
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.#text) ?? [];
    if (found === undefined) throw new SyntaxError(`No JSON at ${this.#at}.`);
    this.#at += found.length;
    return found;
  }
}

const BLANK = /[ \t\r\n]*/y;
const COLON = /[ \t\r\n]*:[ \t\r\n]*/y;
const STRING = /"(?:[^"\\]|\\.)*"/y;
/** Python writes NaN and Infinity too. */
const SCALAR = /-?[0-9A-Za-z][0-9A-Za-z.+-]*/y;
