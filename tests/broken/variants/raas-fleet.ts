import { unknownPlugin } from '../../../simulator/raas/masters/plugin-state.ts';
import type { Raas } from '../../../simulator/raas/raas.ts';
import type { Variant } from '../variant.ts';
import { raasVariants, type Spoilt } from './raas-rows.ts';

/** What is wrong with the masters and minions of a RaaS and what is counted of them, and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'masters that were deleted stay',
    ({ knownMasters }) => void (knownMasters.delete = () => undefined),
    'raas.master.deleted',
  ],
  ['masters lose their grains', loseGrains, 'raas.master.round-trip', 'raas.master.saved-again'],
  ['a master that is saved again is another', replaceMasters, 'raas.master.saved-again'],
  [
    'every key of a master is accepted at once',
    ({ knownMasters: { keys } }) =>
      void (keys.show = (id, pubkey) => keys.add(id, pubkey, 'accepted')),
    'raas.master-keys.pending',
  ],
  [
    'nothing becomes of what is decided over masters',
    ({ knownMasters }) => void (knownMasters.decide = () => undefined),
    'raas.master-keys.accepted',
    'raas.master-keys.rejected',
    'raas.master-keys.deleted',
  ],
  [
    'JWTs of masters let nobody in',
    ({ signIns }) => void (signIns.jwt = () => 'a.b.c'),
    'raas.master-keys.accepted',
  ],
  [
    'the state of a plugin cannot be set',
    forgetPlugins,
    'raas.master-plugin.round-trip',
    'raas.master-plugin.by-status',
  ],
  ['grains are laid over those there were', layGrains, 'raas.minion-pushes.grains'],
  [
    'grains that are deleted stay',
    keepGrains,
    'raas.minion-pushes.grains',
    'raas.minion-pushes.deleted',
  ],
  [
    'nobody is told who has come into a target',
    ({ targetMatches }) => void (targetMatches.update = () => undefined),
    'raas.minion-pushes.target',
  ],
  ['all keys that are pushed are accepted', acceptAll, 'raas.minion-keys.pushed'],
  [
    'keys stay as they are on their masters',
    keepKeys,
    'raas.minion-keys.moved',
    'raas.minion-keys.every-master',
  ],
  [
    'nobody knows what was set up',
    ({ deployments }) => {
      deployments.masters.push = () => 0;
      deployments.minions.push = () => 0;
    },
    'raas.deployments.master',
    'raas.deployments.minion',
  ],
  ['values come with the last ones first', turnValues, 'raas.stats.metrics-order'],
  [
    'a metric has sources that it has no values of',
    ({ metrics }) => {
      const sources = metrics.sources.bind(metrics);
      metrics.sources = (metric) => [...sources(metric), 'nowhere', 'saltproof-nowhere'];
    },
    'raas.stats.metrics-of-sources',
  ],
];

/** RaaS with broken masters and minions. */
export const RAAS_FLEET: readonly Variant[] = raasVariants(ROWS);

function loseGrains({ knownMasters }: Raas): void {
  const save = knownMasters.save.bind(knownMasters);
  knownMasters.save = (saved) => save({ ...saved, grains: null });
}

function replaceMasters({ knownMasters }: Raas): void {
  const save = knownMasters.save.bind(knownMasters);
  knownMasters.save = (saved) => {
    const known = knownMasters.get(saved.master_id ?? '');
    if (known !== undefined) knownMasters.delete(known);
    return save(saved);
  };
}

function forgetPlugins({ knownMasters }: Raas): void {
  const expect = knownMasters.expect.bind(knownMasters);
  knownMasters.expect = (id) => ({ ...expect(id), plugin: unknownPlugin() });
}

function layGrains({ minions }: Raas): void {
  const save = minions.saveCache.bind(minions);
  minions.saveCache = (known, update, forget) => {
    const before = new Map(minions.acceptedOf(known).map(({ id, grains }) => [id, grains?.()]));
    const laid = [...update].map(([id, grains]) => [id, { ...before.get(id), ...grains }] as const);
    save(known, new Map(laid), forget);
  };
}

function keepGrains({ minions }: Raas): void {
  const save = minions.saveCache.bind(minions);
  minions.saveCache = (known, update) => save(known, update, []);
}

function acceptAll({ minions }: Raas): void {
  const save = minions.saveKeys.bind(minions);
  minions.saveKeys = (known, keys) =>
    save(known, new Map([...keys.keys()].map((id) => [id, 'accepted'])));
}

function keepKeys({ masters }: Raas): void {
  for (const { master } of masters) {
    master.fleet.setKey = () => undefined;
    master.fleet.remove = () => undefined;
  }
}

function turnValues({ metrics }: Raas): void {
  const values = metrics.values.bind(metrics);
  metrics.values = (...asked) => values(...asked).toReversed();
}
