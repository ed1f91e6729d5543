import type { Random } from '../../master/random.ts';
import { BUILT_IN_USERS, INTERNAL } from '../accounts/built-in.ts';
import { newUuid } from '../uuid.ts';
import type { AuthConfig } from './auth-config.ts';
import { baseDn } from './directories.ts';

/** The back ends beside RaaS's own users: configurations of directories. */
export class AuthConfigs {
  readonly configs = new Map<string, AuthConfig>();
  readonly #random: Random;

  /** @param directories names of those that are configured from the start */
  constructor(directories: readonly string[], random: Random) {
    this.#random = random.named('raas auth configs');
    for (const config_name of directories)
      this.add({
        config_name,
        settings: standardSettings(config_name),
        bind_pw: null,
        access: { owner: BUILT_IN_USERS.root, roles: new Map() },
      });
  }

  add(config: Omit<AuthConfig, 'uuid'>): AuthConfig {
    const added = { uuid: newUuid(this.#random), ...config };
    this.configs.set(added.uuid, added);
    return added;
  }

  all(): AuthConfig[] {
    return [...this.configs.values()];
  }

  named(config_name: string): AuthConfig | undefined {
    return this.all().find((config) => config.config_name === config_name);
  }

  /** Whether users of this back end can log in: not by one that was saved to look into the directory alone. */
  isOn(config_name: string): boolean {
    if (config_name === INTERNAL) return true;
    const config = this.named(config_name);
    return config !== undefined && config.settings['preview_config'] !== true;
  }
}

/** How the fleet's own directories are asked. */
function standardSettings(config_name: string): AuthConfig['settings'] {
  const base_dn = baseDn(config_name);
  return {
    driver: 'ldap',
    host: `${config_name}.example`,
    port: 389,
    bind_dn: `CN=raas,CN=Users,${base_dn}`,
    base_dn,
    person_class: 'person',
    account_attr_name: 'sAMAccountName',
    group_class: 'group',
    group_attr_name: 'cn',
    remote_uid_attr_name: 'objectGUID',
    preview_config: false,
    display_name: config_name,
    sync_schedule: 60,
    use_ssl: false,
    ssl_validate_cert: true,
  };
}
