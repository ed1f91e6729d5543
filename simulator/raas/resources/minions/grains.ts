import { valuesOf } from '../../minions/grain-text.ts';
import { selectMinions } from '../../minions/select-minions.ts';
import type { Json } from '../../json.ts';
import type { Resource } from '../../rpc/resource.ts';

type Methods = Resource<'minions'>;

/** The names of grains, sorted; none where grains are not indexed. */
export const getMinionGrainKeys: Methods['get_minion_grain_keys'] = ({ raas, caller, args }) => {
  if (raas.config.enable_grains_indexing === false) return [];
  const names = selectMinions(raas, caller, args).flatMap(({ grains }) =>
    Object.keys(grains?.() ?? {}),
  );
  return [...new Set(names)].toSorted();
};

/** The different values of a grain, each item of a list for itself; none where grains are not indexed. */
export const getMinionGrainValues: Methods['get_minion_grain_values'] = ({
  raas,
  caller,
  args,
}) => {
  if (raas.config.enable_grains_indexing === false) return [];
  const values = new Map<string, Json>();
  for (const { grains } of selectMinions(raas, caller, args))
    for (const value of valuesOf(grains?.()[args.key])) values.set(JSON.stringify(value), value);
  return [...values].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, value]) => value);
};
