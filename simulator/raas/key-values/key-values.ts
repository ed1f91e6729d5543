/** Values by key: of each user, and of the system (raas §7, kv). */
export class KeyValues {
  readonly system = new Map<string, string | null>();
  readonly #users = new Map<string, Map<string, string | null>>();

  /** @param uuid of the user */
  of(uuid: string): Map<string, string | null> {
    const known = this.#users.get(uuid) ?? new Map<string, string | null>();
    this.#users.set(uuid, known);
    return known;
  }
}
