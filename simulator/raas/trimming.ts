/** A store that `admin.trim_database` can take what is old from. */
export interface Trimmable<Counts = number> {
  /**
   * Forgets what is from before an instant, in microseconds since the epoch, and gives how much that was.
   *
   * @param test whether only to count
   */
  trim(before: number, test: boolean): Counts;
}

/** How much of the jobs was trimmed (raas §7, admin). */
export interface TrimmedJobs {
  readonly commands: number;
  readonly 'minions-expected': number;
  readonly returns: number;
  readonly jids: number;
}

/** The stores that can be trimmed, by what the method calls them; what is missing keeps nothing. */
export interface TrimmableStores {
  readonly audit?: Trimmable;
  readonly events?: Trimmable;
  readonly schedule?: Trimmable;
  readonly jobs?: Trimmable<TrimmedJobs>;
}
