import type { Json } from '../json.ts';

/** A user of RaaS, of its own or of a directory. */
export interface User {
  readonly uuid: string;
  /** The back end that knows the user: `internal`, or the name of a directory. */
  readonly config_name: string;
  username: string;
  /** Undefined for who cannot log in with one. */
  password: string | undefined;
  email: string | null;
  remote_uid: string | null;
  /** Uuids of roles. */
  roles: ReadonlySet<string>;
  /** Uuids of groups. */
  groups: ReadonlySet<string>;
  /** Permissions beside those of the roles. */
  perms: ReadonlySet<string>;
  custom_data: Json;
  isDeleted: boolean;
  /** False for a user of a directory who is not let in any more: `auth.save_user_link`. */
  isEnabled: boolean;
}
