import { INTERNAL } from '../../accounts/built-in.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';

/** @throws RpcError where no back end has this name */
export function expectBackEnd({ authConfigs }: Raas, config_name: string): void {
  if (config_name === INTERNAL || authConfigs.named(config_name) !== undefined) return;
  throw new RpcError('NotFound', `There is no back end ${config_name}.`, {
    config_name: 'no back end is called this',
  });
}
