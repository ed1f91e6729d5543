import { expect, test } from '@playwright/test';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { BrokenSimulator } from './broken-simulator.ts';
import { VARIANTS } from './variants/variants.ts';

/*
 * Simulators that are broken in one way each, and the requirements that must notice: they pass
 * while it is whole, and fail once it is broken.
 */

let known: ReadonlyMap<string, DeclaredRequirement> = new Map();

test.beforeAll(async () => {
  const requirements = (await loadSpecifications()).flatMap((file) => file.requirements);
  known = new Map(requirements.map((one) => [one.declaration.id, one]));
});

/** What comes of each of these requirements, by id. */
async function outcomes(
  simulator: BrokenSimulator,
  ids: readonly string[],
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const id of ids) {
    const requirement = known.get(id);
    if (requirement === undefined) throw new Error(`There is no requirement "${id}".`);
    found[id] = (await simulator.try(requirement)).outcome;
  }
  return found;
}

function all(ids: readonly string[], outcome: string): Record<string, string> {
  return Object.fromEntries(ids.map((id) => [id, outcome]));
}

for (const variant of VARIANTS) {
  const { name, caughtBy, api, salt } = variant;
  test(`it is noticed when ${name}`, async () => {
    expect(caughtBy).not.toEqual([]);
    const simulator = await BrokenSimulator.start(api, salt);
    try {
      expect(await outcomes(simulator, caughtBy)).toEqual(all(caughtBy, 'pass'));
      await simulator.break(variant);
      expect(await outcomes(simulator, caughtBy)).toEqual(all(caughtBy, 'fail'));
    } finally {
      await simulator.close();
    }
  });
}
