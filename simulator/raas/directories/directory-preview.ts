import type { Directory } from './directory.ts';
import { readLdapFilter, type Attributes } from './ldap-filter.ts';

/** What a preview shows: users or groups. */
export const PREVIEW_TYPES = ['user', 'group'] as const;
export type PreviewType = (typeof PREVIEW_TYPES)[number];

/** What is asked of a preview. */
export interface PreviewRequest {
  readonly config_name: string;
  readonly preview_type: PreviewType;
  readonly custom_directory_filter: string | null;
  readonly search_term: string | null;
  readonly max_entries: number | null;
}

/** An entry that a preview has found. */
export interface PreviewEntry {
  readonly dn: string;
  readonly name: string;
  readonly email: string | null;
  readonly remote_uid: string;
  /** Names of groups. */
  readonly groups: readonly string[];
}

/**
 * What of a directory a preview shows.
 *
 * @throws SyntaxError for a filter that is none
 */
export function previewOf(
  directory: Directory,
  { preview_type, custom_directory_filter, search_term, max_entries }: PreviewRequest,
): PreviewEntry[] {
  const isWanted =
    custom_directory_filter === null || custom_directory_filter === ''
      ? () => true
      : readLdapFilter(custom_directory_filter);
  const term = (search_term ?? '').toLowerCase();
  const found = entriesOf(directory, preview_type).filter(
    (entry) =>
      isWanted(attributesOf(entry, preview_type)) &&
      `${entry.name} ${entry.dn} ${entry.email}`.toLowerCase().includes(term),
  );
  return max_entries === null || max_entries < 1 ? found : found.slice(0, max_entries);
}

function entriesOf({ users, groups }: Directory, type: PreviewType): PreviewEntry[] {
  return type === 'user'
    ? users.map(({ username, ...user }) => ({
        dn: user.dn,
        name: username,
        email: user.email,
        remote_uid: user.remote_uid,
        groups: user.groups,
      }))
    : groups.map(({ dn, name, remote_uid }) => ({ dn, name, email: null, remote_uid, groups: [] }));
}

function attributesOf({ dn, name, email, remote_uid, groups }: PreviewEntry, type: PreviewType) {
  const attributes: Attributes = {
    objectclass: type === 'user' ? ['top', 'person', 'user'] : ['top', 'group'],
    distinguishedname: [dn],
    cn: [name],
    samaccountname: [name],
    mail: email === null ? [] : [email],
    objectguid: [remote_uid],
    memberof: groups,
  };
  return attributes;
}
