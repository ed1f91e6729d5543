/** What a placeholder stands for. */
export type PlaceholderKind = 'session' | 'token' | 'jid';

const PLACEHOLDER = /<(?:session|token|jid) \d+>/g;

/**
 * Names for values that no two runs share: `<jid 1>` is the first job id that came up. The same
 * value has the same name throughout, so a reply that gives one jid and a request that asks for it
 * stay bound to each other.
 */
export class Placeholders {
  readonly #names = new Map<string, string>();
  readonly #values = new Map<string, string>();
  readonly #counts = new Map<PlaceholderKind, number>();

  /** The name of a value; a new one at its first appearance. */
  name(kind: PlaceholderKind, value: string): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    const count = (this.#counts.get(kind) ?? 0) + 1;
    const name = `<${kind} ${count}>`;
    this.#counts.set(kind, count);
    this.#names.set(value, name);
    this.#values.set(name, value);
    return name;
  }

  has(value: string): boolean {
    return this.#names.has(value);
  }

  /** The text with every value that has a name replaced by it. */
  named(text: string): string {
    let named = text;
    for (const [value, name] of this.#names) named = named.replaceAll(value, name);
    return named;
  }

  /** The text with the names replaced by what they stand for here; names of nothing are left. */
  filled(text: string): string {
    return text.replace(PLACEHOLDER, (name) => this.#values.get(name) ?? name);
  }

  /** Whether a text names something that has not come up here. */
  lacks(text: string): boolean {
    return (text.match(PLACEHOLDER) ?? []).some((name) => !this.#values.has(name));
  }
}
