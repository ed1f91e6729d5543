import type { Api } from '../report/result.ts';
import { declare, type FactsOf } from './declaration.ts';
import type { DeclaredRequirement, RequirementBody } from './declared-requirement.ts';
import { playwrightTest } from './playwright-test.ts';

/** The Salt versions that a requirement was seen on when nothing else is said: one of each line. */
export const EVERY_LINE: readonly string[] = ['3006.28', '3007.15', '3008.3'];

/** What becomes of a requirement once it is declared: a test, unless somebody collects them. */
let taker: (declared: DeclaredRequirement) => void = playwrightTest;

/** Takes a requirement up into the suite. */
export function take(declared: DeclaredRequirement): void {
  taker(declared);
}

/**
 * Declares a requirement of the suite: a sentence, where it comes from, and how it is tried.
 *
 * The body throws where the target does not conform: by an `expect`, or by a reply that has not the
 * shape of its schema. It throws NotVerified where that cannot be found out. Any other error is the
 * suite's own fault and is reported as such.
 *
 * @param id `<api>.<topic>.<what>`, unique and never used again for something else; its API decides
 * what the facts must say and which target the body is handed
 */
export function requirement<Name extends Api>(
  id: `${Name}.${string}`,
  facts: FactsOf[Name],
  body: RequirementBody<Name>,
): void {
  take({ declaration: declare(id, facts), body });
}

/**
 * Gives what specifications declare while they are loaded, outside of Playwright too. A
 * specification declares its requirements when it is first loaded, and then never again.
 */
export async function declaredBy(load: () => Promise<unknown>): Promise<DeclaredRequirement[]> {
  const declared: DeclaredRequirement[] = [];
  taker = (requirement) => void declared.push(requirement);
  try {
    await load();
  } finally {
    taker = playwrightTest;
  }
  return declared;
}
