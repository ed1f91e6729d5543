import { signature } from '../../python/signature.ts';
import type { PyDict } from '../../python/value.ts';
import type { MasterFunction, MasterModule } from '../clients/master-function.ts';

const PARAMETERS = { saltenv: 'base', extmod_whitelist: null, extmod_blacklist: null };

/** What `saltutil.sync_all` synchronises on the master, in the order of its answer. */
const KINDS = [
  'clouds',
  'modules',
  'states',
  'grains',
  'renderers',
  'returners',
  'output',
  'proxymodules',
  'runners',
  'wheel',
  'engines',
  'thorium',
  'queues',
  'pillar',
  'utils',
  'sdb',
  'cache',
  'fileserver',
  'tops',
  'tokens',
  'serializers',
  'executors',
  'wrapper',
  'roster',
];

/**
 * The `saltutil` runner: there are no modules of one's own, so there is never anything to
 * synchronise (salt.runners.saltutil; seen on 3006.28, 3007.15 and 3008.3).
 */
export const saltutil: MasterModule = {
  ...Object.fromEntries(KINDS.map(functionOf).map((name) => [name, sync(name)])),
  sync_all: {
    signature: signature('sync_all', [], PARAMETERS),
    doc: 'Synchronises all kinds of modules of the master, and answers by kind what was new: nothing.',
    run: ({ master }): PyDict => {
      const { lacksRunners } = master.profile;
      const kinds = KINDS.filter((kind) => !lacksRunners.includes(`saltutil.${functionOf(kind)}`));
      return new Map(kinds.map((kind) => [kind, []]));
    },
  },
};

function functionOf(kind: string): string {
  return kind === 'tokens' ? 'sync_eauth_tokens' : `sync_${kind}`;
}

function sync(name: string): MasterFunction {
  return {
    signature: signature(name, [], PARAMETERS),
    doc: 'Synchronises modules of one kind for the master, and answers what was new: nothing.',
    run: () => [],
  };
}
