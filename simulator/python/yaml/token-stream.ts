import { errorAt } from './cursor.ts';
import { scan } from './scanner.ts';
import type { Token } from './token.ts';
import type { YamlError } from './yaml-error.ts';

/** The tokens of a YAML text, taken one after the other; the last, `stream end`, stays. */
export class TokenStream {
  readonly #tokens: readonly Token[];
  readonly #text: string;
  #position = 0;

  /** @throws YamlError for a text that has no tokens */
  constructor(text: string) {
    this.#text = text;
    this.#tokens = scan(text);
  }

  get current(): Token {
    return this.#tokens[this.#position] ?? { type: 'stream end', at: this.#text.length };
  }

  skip(): void {
    this.#position += 1;
  }

  /** Whether the current token is of one of these types. */
  is(...types: readonly Token['type'][]): boolean {
    return types.includes(this.current.type);
  }

  /** Goes past a token of this type, if that is the current one; says whether it was. */
  take(type: Token['type']): boolean {
    const taken = this.is(type);
    if (taken) this.skip();
    return taken;
  }

  /** @throws YamlError with this message if the current token is of another type */
  expect(type: Token['type'], message: string): void {
    if (!this.take(type)) throw this.error(message);
  }

  /** An error about the current token, or another place in the text. */
  error(message: string, at: number = this.current.at): YamlError {
    return errorAt(this.#text, at, message);
  }
}
