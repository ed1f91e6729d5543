import { expect, test } from '@playwright/test';
import * as fc from 'fast-check';
import type { Minion } from '../../simulator/master/fleet.ts';
import { matchTarget } from '../../simulator/master/targeting/match-target.ts';
import { PROFILES, profileFor } from '../../simulator/master/versions/versions.ts';
import { dict } from '../../simulator/python/value.ts';
import { replayable } from '../../specs/models/replayable.ts';
import {
  compounds,
  fleets,
  globs,
  grains,
  type TargetExpression,
  type TargetedMinion,
} from './target-expression.ts';

function minionOf({ id, role, dc, tags }: TargetedMinion): Minion {
  return {
    id,
    key: 'accepted',
    up: true,
    grains: dict({ id, role, site: dict({ dc }), tags: [...tags] }),
    pillar: new Map(),
    pub: '',
  };
}

for (const [targetType, expressions] of Object.entries({
  glob: globs,
  grain: grains,
  compound: compounds,
} satisfies Record<string, fc.Arbitrary<TargetExpression>>))
  test(`a ${targetType} target names the minions that plain tests of its parts name`, async () => {
    const property = fc.asyncProperty(
      fc.constantFrom(...PROFILES.map(({ line }) => line)),
      fleets,
      expressions,
      async (salt, fleet, expression) => {
        const named = matchTarget(fleet.map(minionOf), expression.text, targetType, {
          delimiter: ':',
          profile: profileFor(salt),
          nodegroups: new Map(),
        });
        const expected = fleet.filter((minion) => expression.names(minion)).map(({ id }) => id);
        expect(named.minions.toSorted(), expression.text).toEqual(expected.toSorted());
      },
    );
    await fc.assert(property, replayable(500));
  });
