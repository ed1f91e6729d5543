/** A text that PyYAML would not load, or a value Salt's loader refuses. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  /** Where it went wrong, counted from 1. */
  readonly line: number;
  readonly column: number;
  constructor(message: string, line: number, column: number) {
    super(message);
    this.line = line;
    this.column = column;
  }
}
