import type { Cursor } from './cursor.ts';

/** The white space between two words of a flow scalar, and the text it becomes: one line break is a blank. */
export class LineFold {
  #blanks = '';
  #firstBreak = '';
  #moreBreaks = '';
  #onNewLine = false;

  /** Whether a line break was among the white space. */
  get onNewLine(): boolean {
    return this.#onNewLine;
  }

  /** Goes on as after a line break that leaves nothing behind, such as an escaped one. */
  beginLine(): void {
    this.#onNewLine = true;
  }

  /** Goes past a blank or a line break. */
  take(cursor: Cursor): void {
    if (cursor.isBlank()) {
      if (!this.#onNewLine) this.#blanks += cursor.char();
      cursor.skip();
    } else if (this.#onNewLine) this.#moreBreaks += cursor.readBreak();
    else {
      this.#firstBreak = cursor.readBreak();
      this.#onNewLine = true;
    }
  }

  get text(): string {
    if (!this.#onNewLine) return this.#blanks;
    if (this.#firstBreak === '\n') return this.#moreBreaks === '' ? ' ' : this.#moreBreaks;
    return this.#firstBreak + this.#moreBreaks;
  }
}
