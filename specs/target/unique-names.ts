/** Names that nothing else has, in this run or in another on the same target. */
export class UniqueNames {
  readonly #view: string;
  #count = 0;

  /** @param view tells this view of the target from those of other workers and runs */
  constructor(view: string) {
    this.#view = view;
  }

  /** Of one width, so that a recording can renumber names without changing a length. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}-${this.#view}-${String(this.#count).padStart(4, '0')}`;
  }
}
