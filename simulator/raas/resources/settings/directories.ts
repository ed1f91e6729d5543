import type { Resource } from '../../rpc/resource.ts';
import { expectAuthConfig } from './expect-auth-config.ts';

/** What asks a directory itself (raas-methods, settings): those of the fleet file can be reached, others cannot. */
export const directories: Pick<Resource<'settings'>, 'sync_auth_config' | 'test_auth_config'> = {
  sync_auth_config({ raas, args }) {
    const { config_name } = expectAuthConfig(raas.authConfigs.all(), args.config_name);
    const { users } = raas.directories.of(config_name);
    return users.map((user) => raas.directories.takeOver(raas.accounts, user).uuid);
  },
  test_auth_config({ raas, args }) {
    const { config_name, host, port } = args;
    if (raas.directories.has(config_name ?? '')) return { validation_passed: true };
    return { validation_passed: false, details: `No directory answers at ${host}:${port}.` };
  },
};
