import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { argumentsOf } from '../models/rpc-arguments.ts';
import { requirement } from '../requirement.ts';
import { readingMethods, RESOURCES } from '../target/raas/method-facts.ts';
import { expectAlike } from './alike.ts';
import { DOCUMENTS } from './sources.ts';

/** Examples of arguments for each method. */
const EXAMPLES = 4;

for (const resource of RESOURCES) {
  const methods = readingMethods(resource);
  if (methods.length > 0)
    requirement(
      `raas.by-position.${resource}`,
      {
        level: 'must',
        text: `Arguments by position say the same as arguments by keyword, to each method of ${resource} that changes nothing.`,
        source: { documented: DOCUMENTS.api },
        confidence: 'documented',
      },
      async ({ target }) => {
        for (const facts of methods) {
          const { method } = facts;
          const property = fc.asyncProperty(argumentsOf(facts), async (args) => {
            const byPosition = args.map(([, value]) => value);
            await expectAlike(
              () => target.rpc(resource, method, Object.fromEntries(args)),
              () => target.rpc(resource, method, byPosition),
            );
          });
          await expectProperty(property, facts.parameters.length === 0 ? 1 : EXAMPLES);
        }
        expect(methods.length).toBeGreaterThan(0);
      },
    );
}
