import { test as base } from '@playwright/test';
import { DECLARATION, declare, type RequirementFacts } from './declaration.ts';
import { RECORDING, RESULT } from './evidence.ts';
import { runOptions } from './run-options.ts';
import { Target } from './target/target.ts';
import { tryRequirement } from './try-requirement.ts';

/** The Salt versions that a requirement was seen on when nothing else is said: one of each line. */
export const EVERY_LINE: readonly string[] = ['3006.28', '3007.15', '3008.3'];

/** Milliseconds that a requirement may take beside the time that it lets pass. */
const PATIENCE = 120_000;

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

/**
 * Declares a requirement of the suite: a sentence, where it comes from, and how it is tried.
 *
 * The body throws where the target does not conform: by an `expect`, or by a reply that has not the
 * shape of its schema. It throws NotVerified where that cannot be found out. Any other error is the
 * suite's own fault and is reported as such.
 *
 * Underneath it is a Playwright test that passes whatever comes of it, and attaches what did: a
 * failed test would cost a new worker, 0.4 s for each thing a target does wrong.
 *
 * @param id `<api>.<topic>.<what>`, unique and never used again for something else
 */
export function requirement(
  id: string,
  facts: RequirementFacts,
  body: (context: { target: Target }) => Promise<void>,
): void {
  const declaration = declare(id, facts);
  const annotation = { type: DECLARATION, description: JSON.stringify(declaration) };
  test(id, { annotation }, async ({ target }, info) => {
    info.setTimeout(PATIENCE + target.options.timeBudget * 1000);
    const { result, steps } = await tryRequirement(declaration, target, () => body({ target }));
    await info.attach(RESULT, { body: JSON.stringify(result), contentType: 'application/json' });
    if (target.options.recordDir === undefined) return;
    await info.attach(RECORDING, { body: JSON.stringify(steps), contentType: 'application/json' });
  });
}
