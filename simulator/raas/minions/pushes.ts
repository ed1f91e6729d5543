/** What masters have pushed of their minions, by the master's id, each with when it came. */
export class Pushes<Value> {
  readonly #pushes = new Map<
    string,
    { readonly at: number; readonly minions: Map<string, Value> }
  >();

  /** Notes what a master tells of its minions, by their ids; the time is in microseconds. */
  save(master_id: string, minions: Map<string, Value>, at: number): void {
    this.#pushes.set(master_id, { at, minions });
  }

  /** What a master told at this time or later; undefined where that was nothing. */
  since(master_id: string, time: number): ReadonlyMap<string, Value> | undefined {
    const push = this.#pushes.get(master_id);
    return push === undefined || push.at < time ? undefined : push.minions;
  }

  forget(master_id: string): void {
    this.#pushes.delete(master_id);
  }
}
