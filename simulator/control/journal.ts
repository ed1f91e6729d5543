import type { Netapi } from '../netapis.ts';

/** One request that a simulator has seen; its status is there once it was answered. */
export interface JournalEntry {
  /** The module that was asked. */
  readonly netapi: Netapi;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  status?: number;
}

/** The last requests a simulator has seen, in order of arrival. */
export class Journal {
  readonly #size: number;
  readonly #entries: JournalEntry[] = [];

  /** @param size how many requests are kept; 0 keeps none */
  constructor(size: number) {
    this.#size = size;
  }

  get isOff(): boolean {
    return this.#size === 0;
  }

  /** Notes a request as it arrives; the entry is completed later. */
  add(entry: JournalEntry): void {
    this.#entries.push(entry);
    if (this.#entries.length > this.#size) this.#entries.shift();
  }

  /** The requests, oldest first. */
  requests(): readonly JournalEntry[] {
    return [...this.#entries];
  }
}
