import type { User } from './user.ts';

/** Who makes a call: a user, and the session that they make it in. */
export interface Caller {
  readonly user: User;
  readonly session_uuid: string;
}
