/** A user of the fleet file: the password that every eauth back end with passwords accepts. */
export interface User {
  readonly password: string;
  readonly groups: readonly string[];
}

/** The users by name. */
export type Users = ReadonlyMap<string, User>;
