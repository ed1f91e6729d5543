/** What masters tell of who is in a target. */
export class TargetMatches {
  /** By the uuid of the target, then by master id. */
  readonly #matches = new Map<string, Map<string, Set<string>>>();

  /**
   * Notes what has changed in a target.
   *
   * @param isWhole whether those added are all there are
   */
  update(
    tgt_uuid: string,
    master_id: string,
    {
      added,
      deleted,
      isWhole,
    }: { added: readonly string[]; deleted: readonly string[]; isWhole: boolean },
  ): void {
    const masters = this.#matches.get(tgt_uuid) ?? new Map<string, Set<string>>();
    const minions = new Set([...(isWhole ? [] : (masters.get(master_id) ?? [])), ...added]);
    if (!isWhole) for (const id of deleted) minions.delete(id);
    this.#matches.set(tgt_uuid, masters.set(master_id, minions));
  }

  /** Who is in a target, by master id, as far as masters have told. */
  minionsOf(tgt_uuid: string): Record<string, string[]> {
    const masters = [...(this.#matches.get(tgt_uuid) ?? [])];
    return Object.fromEntries(masters.map(([master_id, ids]) => [master_id, [...ids]]));
  }
}
