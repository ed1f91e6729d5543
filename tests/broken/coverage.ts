import { apiOf } from '../../report/result.ts';
import { DOCUMENTED_PROFILES, PROFILES } from '../../simulator/master/versions/versions.ts';
import { NETAPIS, type Netapi } from '../../simulator/netapis.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { BrokenSimulator } from './broken-simulator.ts';
import { mutations, type Mutation } from './mutations.ts';

/** Whether a requirement can fail, as far as could be found out. */
export type Coverage =
  | { readonly id: string; readonly kind: 'can fail'; readonly on: string }
  /** It passes on every broken simulator as on a whole one. */
  | { readonly id: string; readonly kind: 'never fails' }
  /** It passes on no whole simulator; `said` is what came of it, by Salt line. */
  | { readonly id: string; readonly kind: 'never passes'; readonly said: readonly string[] };

/** Looks for a mutation that makes each requirement fail, on the newest Salt line that it passes on, or on the one that only documents tell of. */
export async function coverageOf(
  requirements: readonly DeclaredRequirement[],
): Promise<Coverage[]> {
  const coverages: Coverage[] = [];
  for (const api of NETAPIS) {
    const own = requirements.filter(({ declaration: { id } }) => apiOf(id) === api);
    coverages.push(...(await coverageBehind(api, own)));
  }
  return coverages;
}

async function coverageBehind(
  api: Netapi,
  requirements: readonly DeclaredRequirement[],
): Promise<Coverage[]> {
  const coverages: Coverage[] = [];
  const said = new Map<string, string[]>();
  let left = requirements;
  for (const { line } of [...DOCUMENTED_PROFILES, ...PROFILES].toReversed()) {
    if (left.length === 0) break;
    const simulator = await BrokenSimulator.start(api, line);
    try {
      const passing = await passingOn(simulator, left, (id, outcome) =>
        said.set(id, [...(said.get(id) ?? []), `${line}: ${outcome}`]),
      );
      coverages.push(...(await failuresOf(simulator, passing, mutations(api))));
      left = left.filter((requirement) => !passing.includes(requirement));
    } finally {
      await simulator.close();
    }
  }
  const never = left.map(({ declaration: { id } }): Coverage => ({
    id,
    kind: 'never passes',
    said: said.get(id) ?? [],
  }));
  return [...coverages, ...never];
}

/** The requirements that pass on a whole simulator; what came of the others is told. */
async function passingOn(
  simulator: BrokenSimulator,
  requirements: readonly DeclaredRequirement[],
  tell: (id: string, outcome: string) => void,
): Promise<DeclaredRequirement[]> {
  const passing: DeclaredRequirement[] = [];
  for (const requirement of requirements) {
    const { id, outcome, cause, failure } = await simulator.try(requirement);
    if (outcome === 'pass') passing.push(requirement);
    else tell(id, `${outcome}, ${cause ?? failure?.message ?? 'without a cause'}`);
  }
  return passing;
}

/** Breaks a simulator by one mutation after the other, until each requirement has failed or none is left. */
async function failuresOf(
  simulator: BrokenSimulator,
  requirements: readonly DeclaredRequirement[],
  ways: readonly Mutation[],
): Promise<Coverage[]> {
  const coverages: Coverage[] = [];
  let left = requirements;
  for (const mutation of ways) {
    if (left.length === 0) break;
    await simulator.break(mutation);
    const passing: DeclaredRequirement[] = [];
    for (const requirement of left) {
      const { id, outcome } = await simulator.try(requirement);
      if (outcome === 'fail') coverages.push({ id, kind: 'can fail', on: mutation.name });
      else passing.push(requirement);
    }
    left = passing;
  }
  return [
    ...coverages,
    ...left.map(({ declaration: { id } }): Coverage => ({ id, kind: 'never fails' })),
  ];
}
