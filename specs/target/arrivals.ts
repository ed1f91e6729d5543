/** Something that comes piece by piece, until it ends or nobody waits any longer. */
export class Arrivals {
  hasEnded = false;
  #wake: (() => void) | undefined;

  /** Tells that a piece has come. */
  come(): void {
    this.#wake?.();
  }

  /** Tells that no more will come. */
  end(): void {
    this.hasEnded = true;
    this.#wake?.();
  }

  /**
   * Waits until what has come satisfies the condition; tells whether it came to that before the
   * end or the time (in milliseconds) was up.
   */
  async until(condition: () => boolean, timeout: number): Promise<boolean> {
    const deadline = performance.now() + timeout;
    while (!condition()) {
      const left = deadline - performance.now();
      if (left <= 0 || this.hasEnded) return condition();
      await this.#next(left);
    }
    return true;
  }

  #next(timeout: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(wake, timeout);
      this.#wake = wake;
    });
  }
}
