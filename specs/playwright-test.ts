import { _baseTest as base } from '@playwright/test';
import type { DeclaredRequirement } from './declared-requirement.ts';
import { DECLARATION } from './declaration.ts';
import { RECORDING, RESULT } from './evidence.ts';
import { suiteOptions, type SuiteOptions } from './run-options.ts';
import { leftOut } from './selection.ts';
import { tryDeclared } from './try-requirement.ts';
import { WorkerTargets } from './worker-targets.ts';

/** Milliseconds that a requirement may take beside the time that it lets pass. */
const PATIENCE = 120_000;

/** From the bare test: Playwright's own brings fixtures for browsers, and each costs every requirement milliseconds. */
const test = base.extend<object, { targets: WorkerTargets }>({
  targets: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use, workerInfo) => {
      const options = suiteOptions();
      const name = `${options.runId}-${workerInfo.workerIndex}`;
      const targets = new WorkerTargets(options, workerInfo.parallelIndex, name);
      await use(targets);
      targets.close();
    },
    { scope: 'worker' },
  ],
});

/** Read once: every requirement asks for it while it is loaded. */
let run: SuiteOptions | undefined;

/**
 * Makes a Playwright test of a requirement.
 *
 * It passes whatever comes of the requirement, and attaches what did: a failed test would cost a
 * new worker, 0.4 s for each thing a target does wrong. One that the options leave out does not start,
 * and of an API that the run does not judge there is none.
 */
export function playwrightTest(declared: DeclaredRequirement): void {
  const { declaration } = declared;
  const annotation = { type: DECLARATION, description: JSON.stringify(declaration) };
  run ??= suiteOptions();
  if (!run.apis.some(({ api }) => api === declaration.api)) return;
  if (leftOut(declaration, run) !== undefined) {
    test.skip(declaration.id, { annotation }, () => undefined);
    return;
  }
  test(declaration.id, { annotation }, async ({ targets }, info) => {
    const target = targets.of(declaration.api);
    info.setTimeout(PATIENCE + target.options.timeBudget * 1000);
    const { result, steps } = await tryDeclared(declared, target);
    await info.attach(RESULT, { body: JSON.stringify(result), contentType: 'application/json' });
    if (target.options.recordDir === undefined) return;
    await info.attach(RECORDING, { body: JSON.stringify(steps), contentType: 'application/json' });
  });
}
