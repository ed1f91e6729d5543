import type { Api } from '../report/result.ts';
import type { Declaration } from './declaration.ts';
import type { TargetOf } from './target/any-target.ts';

/** How a requirement of an API is tried: throws where the target does not conform. */
export type RequirementBody<Name extends Api> = (context: {
  target: TargetOf[Name];
}) => Promise<void>;

/** A requirement as a specification declares it. */
export interface DeclaredRequirement {
  readonly declaration: Declaration;
  /** Takes the target of the declaration's API; `tryDeclared` alone calls it. */
  readonly body: (context: { target: never }) => Promise<void>;
  /** Of what is required of several modules alike: those of which it is not, each with the reason. */
  readonly except?: Readonly<Partial<Record<Api, string>>>;
}
