import { accessOf, authMetadata, mayAccess } from '../../accounts/access.ts';
import { getAccess, saveAccess } from '../../accounts/access-payload.ts';
import { expectStored, type AccessibleKind } from '../../accounts/accessible.ts';
import { INTERNAL } from '../../accounts/built-in.ts';
import type { AuthConfig } from '../../directories/auth-config.ts';
import type { JsonObject } from '../../json.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { expectAuthConfig } from './expect-auth-config.ts';

type Methods =
  | 'get_auth_config'
  | 'save_auth_config'
  | 'delete_auth_config'
  | 'get_auth_config_access'
  | 'save_auth_config_access';

/** Configurations of directories (raas-methods, settings). */
export const authConfigs: Pick<Resource<'settings'>, Methods> = {
  get_auth_config({ raas, caller, args }) {
    const { config_name, include_preview } = args;
    const readable = raas.authConfigs
      .all()
      .filter(({ access }) => mayAccess(raas.accounts, caller, access, 'read'));
    if (config_name !== null) return shown(raas, expectAuthConfig(readable, config_name));
    return readable
      .filter(({ settings }) => include_preview || settings['preview_config'] !== true)
      .map((config) => shown(raas, config));
  },
  save_auth_config({ raas, caller, args }) {
    const {
      config_name: given,
      name,
      config_uuid,
      bind_pw,
      skip_job_scheduling: _,
      ...rest
    } = args;
    const config_name = given ?? name ?? '';
    if (config_name.trim() === '' || config_name === INTERNAL)
      throw new RpcError('InvalidRequest', 'A back end needs a name of its own.', {
        config_name: config_name === INTERNAL ? "is that of RaaS's own users" : 'is missing',
      });
    const settings = rest as unknown as JsonObject;
    const named = raas.authConfigs.named(config_name);
    const known = config_uuid === null ? named : expectStored(kind(raas), config_uuid);
    if (known === undefined)
      return raas.authConfigs.add({ config_name, settings, bind_pw, access: accessOf(caller) })
        .uuid;
    if (named !== undefined && named !== known)
      throw new RpcError('AlreadyExists', `There is a back end ${config_name} already.`, {
        config_name: 'another back end is called this',
      });
    known.config_name = config_name;
    known.settings = settings;
    known.bind_pw = bind_pw ?? known.bind_pw;
    return known.uuid;
  },
  delete_auth_config({ raas, args }) {
    const config = expectAuthConfig(raas.authConfigs.all(), args.config_name);
    raas.authConfigs.configs.delete(config.uuid);
    return null;
  },
  get_auth_config_access: (call) => getAccess(call, kind(call.raas), call.args.config_uuid),
  save_auth_config_access: (call) =>
    saveAccess(call, kind(call.raas), call.args.config_uuid, payloadOf(call.args.access_payload)),
};

function kind({ authConfigs: { configs } }: Raas): AccessibleKind<AuthConfig> {
  return { name: 'auth config', parameter: 'config_uuid', stored: configs };
}

function payloadOf(payload: object): Readonly<Record<string, readonly unknown[]>> {
  for (const [role, types] of Object.entries(payload))
    if (!Array.isArray(types))
      throw new RpcError('InvalidRequest', `What ${role} may do must be a list.`, {
        access_payload: `what ${role} may do must be a list`,
      });
  return payload as Readonly<Record<string, readonly unknown[]>>;
}

/** A configuration without the password that RaaS shows the directory. */
function shown({ accounts }: Raas, { uuid, config_name, settings, access }: AuthConfig) {
  return {
    uuid,
    config_name,
    ...settings,
    metadata: { auth: authMetadata(accounts, access) },
  };
}
