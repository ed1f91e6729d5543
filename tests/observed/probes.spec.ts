import { expect, test } from '@playwright/test';
import { PROBES } from '../../oracle/probes/probes.ts';

test('no two probes have the same id', () => {
  const ids = PROBES.map(({ id }) => id);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
});

test('a probe expects nothing: what it gets is what real Salt answers', () => {
  const expecting = PROBES.flatMap(({ id, steps }) =>
    steps.some((step) => 'reply' in step && step.reply !== undefined) ? [id] : [],
  );
  expect(expecting).toEqual([]);
});

test('no probe changes keys, so that one is not asked of what another left', () => {
  const changing = /key\.(?:accept|reject|delete|gen)/;
  expect(PROBES.filter(({ steps }) => changing.test(JSON.stringify(steps)))).toEqual([]);
});
