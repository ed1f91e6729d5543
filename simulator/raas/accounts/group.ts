import type { Json } from '../json.ts';

/** A group of users, of RaaS's own or of a directory. */
export interface Group {
  readonly uuid: string;
  readonly config_name: string;
  name: string;
  desc: string | null;
  remote_uid: string | null;
  /** Uuids of roles that its users have. */
  roles: ReadonlySet<string>;
  custom_data: Json;
}
