import type { Declaration } from './declaration.ts';
import type { Target } from './target/target.ts';

/** How a requirement is tried: throws where the target does not conform. */
export type RequirementBody = (context: { target: Target }) => Promise<void>;

/** A requirement as a specification declares it. */
export interface DeclaredRequirement {
  readonly declaration: Declaration;
  readonly body: RequirementBody;
}
