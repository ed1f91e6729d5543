import { _baseTest as base } from '@playwright/test';
import type { DeclaredRequirement } from './declared-requirement.ts';
import { DECLARATION } from './declaration.ts';
import { RECORDING, RESULT } from './evidence.ts';
import { runOptions, type RunOptions } from './run-options.ts';
import { leftOut } from './selection.ts';
import { Target } from './target/target.ts';
import { tryRequirement } from './try-requirement.ts';

/** Milliseconds that a requirement may take beside the time that it lets pass. */
const PATIENCE = 120_000;

/** From the bare test: Playwright's own brings fixtures for browsers, and each costs every requirement milliseconds. */
const test = base.extend<object, { target: Target }>({
  target: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use, workerInfo) => {
      const options = runOptions();
      const url = options.targets[workerInfo.parallelIndex % options.targets.length] ?? '';
      const target = new Target(url, options, `${options.runId}-${workerInfo.workerIndex}`);
      await use(target);
      target.close();
    },
    { scope: 'worker' },
  ],
});

/** Read once: every requirement asks for it while it is loaded. */
let run: RunOptions | undefined;

/**
 * Makes a Playwright test of a requirement.
 *
 * It passes whatever comes of the requirement, and attaches what did: a failed test would cost a
 * new worker, 0.4 s for each thing a target does wrong. One that the options leave out does not start.
 */
export function playwrightTest({ declaration, body }: DeclaredRequirement): void {
  const annotation = { type: DECLARATION, description: JSON.stringify(declaration) };
  run ??= runOptions();
  if (leftOut(declaration, run) !== undefined) {
    test.skip(declaration.id, { annotation }, () => undefined);
    return;
  }
  test(declaration.id, { annotation }, async ({ target }, info) => {
    info.setTimeout(PATIENCE + target.options.timeBudget * 1000);
    const { result, steps } = await tryRequirement(declaration, target, () => body({ target }));
    await info.attach(RESULT, { body: JSON.stringify(result), contentType: 'application/json' });
    if (target.options.recordDir === undefined) return;
    await info.attach(RECORDING, { body: JSON.stringify(steps), contentType: 'application/json' });
  });
}
