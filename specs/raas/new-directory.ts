import type { RaasTarget } from '../target/raas/raas-target.ts';

/** What is saved of a directory that answers nowhere: its host is of a name that never exists (RFC 2606). */
export interface MadeDirectory {
  readonly config_name: string;
  readonly host: string;
  readonly port: number;
  readonly bind_pw: string;
  readonly base_dn: string;
}

/** The configuration of a directory with a name of its own that answers nowhere. */
export function unreachableDirectory(target: RaasTarget) {
  return {
    config_name: target.unique('directory'),
    driver: 'ldap',
    host: 'directory.invalid',
    port: 389,
    bind_dn: 'cn=saltproof,dc=directory,dc=invalid',
    bind_pw: `${target.unique('bind')} S3cret!`,
    base_dn: 'dc=directory,dc=invalid',
    person_class: 'person',
    account_attr_name: 'sAMAccountName',
    group_class: 'group',
    group_attr_name: 'cn',
    remote_uid_attr_name: 'objectGUID',
  };
}

/** Saves the configuration of a directory, which is deleted at the end of a requirement. */
export async function newDirectory(target: RaasTarget): Promise<MadeDirectory> {
  const config = unreachableDirectory(target);
  await target.save('settings', 'save_auth_config', { ...config, skip_job_scheduling: true });
  return config;
}
