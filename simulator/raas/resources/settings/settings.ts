import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { authConfigs } from './auth-configs.ts';
import { directories } from './directories.ts';
import { directoryPreviews } from './directory-previews.ts';
import { singleSignOn } from './single-sign-on.ts';

/** Settings that the log-in page shows: a banner, which a new RaaS has not (raas-methods). */
const UNPROTECTED: Readonly<Record<string, object>> = {
  login_banner: { enabled: false, title: '', text: '' },
};

/** The resource `settings` (raas §7). */
export const settings: Resource<'settings'> = {
  ...authConfigs,
  ...directories,
  ...directoryPreviews,
  ...singleSignOn,
  get_telemetry_status: ({ raas }) => raas.telemetry.isOn,
  set_telemetry_status({ raas, args }) {
    raas.telemetry.isOn = args.flag;
    return args.flag;
  },
  get_config_unprotected({ args }) {
    const setting = Object.hasOwn(UNPROTECTED, args.name) ? UNPROTECTED[args.name] : undefined;
    if (setting !== undefined) return setting;
    throw new RpcError('NotFound', `There is no setting ${args.name} that anybody may see.`, {
      name: `must be one of ${Object.keys(UNPROTECTED).join(', ')}`,
    });
  },
};
