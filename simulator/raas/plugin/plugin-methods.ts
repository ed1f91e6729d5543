import { getMasterJwt, requestMasterKey } from '../masters/master-sign-in.ts';
import type { KnownMethod } from '../resources/resources.ts';

const TEXT = { type: 'string' } as const;

interface JwtArguments {
  readonly master_id: string;
  readonly encrypted_message: string;
  readonly test: boolean;
}

/** What masters' plugins call and `api.discover` does not tell of, by resource and method (raas §3.7). */
const PLUGIN_METHODS: Readonly<Record<string, KnownMethod>> = {
  'master.request_master_key': {
    table: {
      doc: 'Gives RaaS’s public key, with which a master encrypts what it says next.',
      permission: null,
      parameters: [['master_id']],
      arguments: { type: 'object', properties: { master_id: TEXT }, additionalProperties: false },
      reply: { type: 'object' },
    },
    run: ({ raas }) => requestMasterKey(raas),
  },
  'master.get_master_jwt': {
    table: {
      doc: 'Gives a JWT to a master whose key is accepted.',
      permission: null,
      parameters: [['master_id'], ['encrypted_message'], ['test', false]],
      arguments: {
        type: 'object',
        properties: { master_id: TEXT, encrypted_message: TEXT, test: { type: 'boolean' } },
        additionalProperties: false,
      },
      reply: { type: 'object' },
    },
    run: ({ raas, args }) => {
      const { master_id, encrypted_message, test } = args as unknown as JwtArguments;
      return getMasterJwt(raas, master_id, encrypted_message, test);
    },
  },
};

/** The method of this name that plugins call, where there is one. */
export function findPluginMethod(resource: string, method: string): KnownMethod | undefined {
  const name = `${resource}.${method}`;
  return Object.hasOwn(PLUGIN_METHODS, name) ? PLUGIN_METHODS[name] : undefined;
}
