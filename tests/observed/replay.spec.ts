import { expect, test } from '@playwright/test';
import { compare, summaryOf } from '../../oracle/observed/replay/comparison.ts';
import { readExceptions } from '../../oracle/observed/replay/exceptions.ts';
import { observedReleases, readObserved } from '../../oracle/observed/observed-files.ts';
import { readPending } from '../../oracle/observed/replay/pending.ts';
import { replayRelease } from '../../oracle/observed/replay/replay-release.ts';
import { RELEASES } from '../../oracle/salt/releases.ts';
import { watchDefects } from '../defects.ts';
import { SUMMARY } from '../summary.ts';

test('exchanges of every release that the oracle runs were observed', () => {
  expect(observedReleases()).toEqual(RELEASES.map(({ version }) => version));
});

test('exceptions name steps that were observed, and give a reason', () => {
  for (const { releases, id, step, reason } of readExceptions()) {
    expect(reason).not.toBe('');
    for (const release of releases) {
      const observed = readObserved(release).find((one) => one.id === id);
      expect(observed?.steps[step - 1], `${release} ${id} step ${step}`).toBeDefined();
    }
  }
});

for (const release of observedReleases()) {
  test(`the simulator answers as Salt ${release} was observed to`, async () => {
    const defects = watchDefects();
    const steps = await replayRelease(release, readObserved(release));
    const known = { exceptions: readExceptions(), pending: readPending() };
    const comparison = compare(release, steps, known);
    test.info().annotations.push({ type: SUMMARY, description: summaryOf(comparison) });
    expect(defects).toEqual([]);
    expect(comparison.objections).toEqual([]);
  });
}
