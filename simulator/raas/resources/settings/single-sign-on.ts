import type { JsonObject } from '../../json.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { SSO_BACKENDS } from '../../single-sign-on/sso-backends.ts';
import { slugOf, type SsoConfig } from '../../single-sign-on/sso-config.ts';
import { withoutSecrets } from '../../without-secrets.ts';

type Methods = 'get_sso_backends' | 'get_sso_config' | 'save_sso_config' | 'delete_sso_config';

/** Configurations of single sign-on (raas-methods, settings). */
export const singleSignOn: Pick<Resource<'settings'>, Methods> = {
  get_sso_backends({ args }) {
    if (args.backend === null) return SSO_BACKENDS;
    expectBackend(args.backend);
    return SSO_BACKENDS[args.backend];
  },
  get_sso_config({ raas, args }) {
    if (args.slug === null) return [...raas.ssoConfigs.values()].map(shown);
    return shown(expectConfig(raas.ssoConfigs, args.slug));
  },
  save_sso_config({ raas, args }) {
    const { name, backend } = args;
    const config = args.config as JsonObject;
    expectBackend(backend);
    const slug = slugOf(name);
    if (slug === '')
      throw new RpcError('InvalidRequest', 'A configuration needs a name.', {
        name: 'must hold a letter or a digit',
      });
    const known = raas.ssoConfigs.get(slug);
    if (known === undefined) raas.ssoConfigs.set(slug, { slug, name, backend, config });
    else if (known.name === name) Object.assign(known, { backend, config });
    else
      throw new RpcError('AlreadyExists', `${name} and ${known.name} have the same slug ${slug}.`, {
        name: 'is too much like that of another configuration',
      });
    return slug;
  },
  delete_sso_config({ raas, args }) {
    raas.ssoConfigs.delete(expectConfig(raas.ssoConfigs, args.slug).slug);
    return null;
  },
};

function shown({ config, ...rest }: SsoConfig) {
  return { ...rest, config: withoutSecrets(config) };
}

function expectBackend(backend: string): void {
  if (!Object.hasOwn(SSO_BACKENDS, backend))
    throw new RpcError('NotFound', `There is no back end ${backend} for single sign-on.`, {
      backend: `must be one of ${Object.keys(SSO_BACKENDS).join(', ')}`,
    });
}

function expectConfig(configs: ReadonlyMap<string, SsoConfig>, slug: string): SsoConfig {
  const config = configs.get(slug);
  if (config !== undefined) return config;
  throw new RpcError('NotFound', `There is no configuration ${slug} of single sign-on.`, {
    slug: 'no configuration has this slug',
  });
}
