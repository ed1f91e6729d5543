/** Lets one thing be done after the other: wsgiref has one thread. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Does this once all that came before is done. */
  take<T>(work: () => T | Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
