import { constants } from 'node:os';

/** The signals by which somebody ends a run before it is over. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A signal that ends a run. */
export type InterruptSignal = (typeof SIGNALS)[number];

/** Notices that a run is to end, as long as it is listened to. */
export class Interruption {
  #signal: InterruptSignal | undefined;
  readonly #onSignal: (signal: NodeJS.Signals) => void;

  /** @param act what to do for each signal; the second says that the first took too long */
  constructor(act: (count: number) => void) {
    let count = 0;
    this.#onSignal = (signal) => {
      this.#signal ??= signal as InterruptSignal;
      act((count += 1));
    };
    for (const signal of SIGNALS) process.on(signal, this.#onSignal);
  }

  /** The first signal that came. */
  get signal(): InterruptSignal | undefined {
    return this.#signal;
  }

  /** Lets signals end the process again. */
  release(): void {
    for (const signal of SIGNALS) process.off(signal, this.#onSignal);
  }
}

/** A command that was ended by a signal. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
  /** What a shell says of a program that a signal ended: 130 for Ctrl-C. */
  readonly exitCode: number;

  constructor(signal: InterruptSignal, message: string) {
    super(message);
    this.exitCode = 128 + constants.signals[signal];
  }
}
