import { signature } from '../../../python/signature.ts';
import type { PyDict } from '../../../python/value.ts';
import { fireRefresh } from '../../minion/minion-event.ts';
import type { ExecutionFunction, ExecutionModule } from '../function.ts';
import { MinionError } from '../minion-error.ts';

const LISTS = { extmod_whitelist: null, extmod_blacklist: null };
const PARAMETERS = { saltenv: null, refresh: true, ...LISTS };
const CLEANS_PILLAR = { ...PARAMETERS, clean_pillar_cache: false };
const UNREFRESHED = { ...PARAMETERS, refresh: false };

/** The parameters of those that differ from the rest. */
const OTHER_PARAMETERS = {
  sdb: { saltenv: null, ...LISTS },
  grains: CLEANS_PILLAR,
  pillar: CLEANS_PILLAR,
  engines: UNREFRESHED,
  matchers: UNREFRESHED,
  proxymodules: UNREFRESHED,
  thorium: UNREFRESHED,
};

/** What `saltutil.sync_all` synchronises, in the order of its answer; `resources` where the line has them. */
const KINDS = [
  'clouds',
  'beacons',
  'modules',
  'states',
  'sdb',
  'grains',
  'renderers',
  'returners',
  'output',
  'utils',
  'log_handlers',
  'executors',
  'proxymodules',
  'engines',
  'thorium',
  'serializers',
  'matchers',
  'resources',
] as const;

/** What only a minion without a master synchronises, by its name in the complaint. */
const MASTERLESS_KINDS = { pillar: 'Pillar', tops: 'Master top', wrapper: 'Wrapper' } as const;

/**
 * `saltutil.sync_*`: the master serves no modules of its own, so there is never anything to
 * synchronise (seen on 3006.28, 3007.15 and 3008.3).
 */
export const syncFunctions: ExecutionModule = {
  ...Object.fromEntries(KINDS.map((kind) => [`sync_${kind}`, sync(kind)])),
  sync_outputters: sync('output'),
  ...Object.fromEntries(
    Object.entries(MASTERLESS_KINDS).map(([kind, name]) => [
      `sync_${kind}`,
      masterless(kind, name),
    ]),
  ),
  sync_all: {
    signature: signature('sync_all', [], CLEANS_PILLAR),
    doc: 'Synchronises all kinds of modules, and answers by kind what was new: nothing.',
    run: (call) => {
      fireRefresh(call.master, call.minion);
      const kinds = KINDS.filter((kind) => call.hasFunction(`saltutil.sync_${kind}`));
      return new Map(kinds.map((kind) => [kind, []])) satisfies PyDict;
    },
  },
};

function sync(kind: string): ExecutionFunction {
  return {
    signature: signatureOf(kind),
    doc: 'Synchronises modules of one kind, and answers what was new: nothing.',
    run: () => [],
  };
}

function masterless(kind: string, what: string): ExecutionFunction {
  return {
    signature: signatureOf(kind),
    doc: 'Refuses to synchronise what only minions without a master use.',
    run: () => {
      const text = `${what} modules can only be synced to masterless minions`;
      throw new MinionError('CommandExecutionError', text);
    },
  };
}

function signatureOf(kind: string) {
  const own = new Map(Object.entries(OTHER_PARAMETERS)).get(kind);
  return signature(`sync_${kind}`, [], { ...(own ?? PARAMETERS) });
}
