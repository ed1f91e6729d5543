import type { AuthConfig } from '../../directories/auth-config.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/**
 * The configuration of this name.
 *
 * @throws RpcError where there is none
 */
export function expectAuthConfig(
  configs: readonly AuthConfig[],
  config_name: string | null,
): AuthConfig {
  const config = configs.find((config) => config.config_name === config_name);
  if (config !== undefined) return config;
  throw new RpcError('NotFound', `There is no back end ${config_name}.`, {
    config_name: 'no back end is called this',
  });
}
