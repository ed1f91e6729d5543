import type { Group } from './group.ts';

/** Says that users in a group of a directory have the roles of a group of RaaS (raas-methods, auth.save_group_link). */
export interface GroupLink {
  readonly group_uuid: string;
  /** The back end that knows the group of the directory. */
  readonly config_name: string;
  /** What the group of the directory is known by; one of these is given at least. */
  readonly ext_group_name: string | null;
  readonly ext_group_uid: string | null;
  ext_group_dn: string | null;
  enabled: boolean;
}

/** Whether it is about this group of a directory. */
export function isLinkOf(link: GroupLink, { config_name, name, remote_uid }: Group): boolean {
  if (link.config_name !== config_name) return false;
  return link.ext_group_uid === null
    ? link.ext_group_name === name
    : link.ext_group_uid === remote_uid;
}
