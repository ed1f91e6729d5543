import { expect, test } from '@playwright/test';
import type { Netapi } from '../../simulator/netapis.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { BrokenSimulator } from './broken-simulator.ts';
import type { Variant } from './variant.ts';

/** Declares a test for each websocket that is broken in one way: the requirements named must notice. */
export async function testBrokenWebsockets(
  api: Netapi,
  variants: readonly Variant[],
): Promise<void> {
  const declared = (await loadSpecifications()).flatMap(({ requirements }) => requirements);
  for (const { name, caughtBy, ...breakage } of variants) {
    test(`a websocket of rest_${api} where ${name} is found out`, async () => {
      const simulator = await BrokenSimulator.start(api);
      try {
        const named = declared.filter(({ declaration }) => caughtBy.includes(declaration.id));
        for (const requirement of named)
          expect.soft(await simulator.try(requirement)).toMatchObject({ outcome: 'pass' });
        await simulator.break(breakage);
        for (const requirement of named)
          expect.soft(await simulator.try(requirement)).toMatchObject({ outcome: 'fail' });
        expect(named).toHaveLength(caughtBy.length);
      } finally {
        await simulator.close();
      }
    });
  }
}
