import type { PyValue } from '../python/value.ts';

/** What the runner `cache` has stored: values by bank and key. */
export class CacheBanks {
  readonly #banks = new Map<string, Map<string, PyValue>>();

  store(bank: string, key: string, value: PyValue): void {
    const kept = this.#banks.get(bank) ?? new Map<string, PyValue>();
    this.#banks.set(bank, kept.set(key, value));
  }

  get(bank: string, key: string): PyValue | undefined {
    return this.#banks.get(bank)?.get(key);
  }

  /** The keys in a bank. */
  list(bank: string): string[] {
    return [...(this.#banks.get(bank)?.keys() ?? [])];
  }

  /** Forgets one key of a bank, or the whole bank. */
  flush(bank: string, key?: string): void {
    if (key === undefined) this.#banks.delete(bank);
    else this.#banks.get(bank)?.delete(key);
  }
}
