/** A user whom a directory knows. */
export interface DirectoryUser {
  readonly config_name: string;
  readonly dn: string;
  readonly username: string;
  readonly email: string;
  readonly remote_uid: string;
  readonly password: string | undefined;
  /** Names of groups of the directory. */
  readonly groups: readonly string[];
  /** Names of roles that the user has once RaaS knows of it. */
  readonly roles: readonly string[];
}

/** A group that a directory knows. */
export interface DirectoryGroup {
  readonly config_name: string;
  readonly dn: string;
  readonly name: string;
  readonly remote_uid: string;
}

/** What a directory, LDAP or Active Directory, has in it. */
export interface Directory {
  readonly config_name: string;
  readonly users: readonly DirectoryUser[];
  readonly groups: readonly DirectoryGroup[];
}
