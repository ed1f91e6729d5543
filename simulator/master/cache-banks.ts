import type { PyValue } from '../python/value.ts';

/** Banks of values by key; a bank lies in those whose names its own name begins with, as `a/b` in `a`. */
export class CacheBanks {
  readonly #banks = new Map<string, Map<string, PyValue>>();

  store(bank: string, key: string, value: PyValue): void {
    const name = normalised(bank);
    const kept = this.#banks.get(name) ?? new Map<string, PyValue>();
    this.#banks.set(name, kept.set(key, value));
  }

  get(bank: string, key: string): PyValue | undefined {
    return this.#banks.get(normalised(bank))?.get(key);
  }

  /** The keys in a bank, and the banks in it. */
  list(bank: string): string[] {
    const name = normalised(bank);
    const within = [...this.#banks.keys()]
      .filter((other) => other.startsWith(`${name}/`))
      .map((other) => other.slice(name.length + 1).split('/')[0] ?? '');
    return [...new Set([...(this.#banks.get(name)?.keys() ?? []), ...within])];
  }

  /**
   * Forgets one key of a bank, or the bank with all that is in it.
   *
   * @returns whether there was any such thing
   */
  flush(bank: string, key?: string): boolean {
    const name = normalised(bank);
    if (key !== undefined) return this.#banks.get(name)?.delete(key) ?? false;
    const gone = [...this.#banks.keys()].filter(
      (other) => other === name || other.startsWith(`${name}/`),
    );
    for (const other of gone) this.#banks.delete(other);
    return gone.length > 0;
  }
}

/** A bank is a directory: `a//b/` is `a/b`. */
function normalised(bank: string): string {
  return bank
    .split('/')
    .filter((part) => part !== '' && part !== '.')
    .join('/');
}
