/** What a group of users may do. */
export interface Role {
  readonly uuid: string;
  name: string;
  desc: string | null;
  /** Permissions: `job-read`, `superuser` for everything. */
  perms: ReadonlySet<string>;
}
