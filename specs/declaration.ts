import {
  apiOf,
  type Api,
  type Claim,
  type Confidence,
  type Level,
  type Source,
} from '../report/result.ts';
import type { SaltApi } from './run-options.ts';
import type { AnyCapability, Capability } from './target/capabilities.ts';
import type { RaasCapability } from './target/raas/capabilities.ts';

interface Facts {
  /** One sentence that says what a conformant target does. */
  readonly text: string;
  readonly source: Source;
}

/** What a requirement of salt-api says, and how much it weighs. */
export interface RequirementFacts extends Facts {
  readonly level: Level;
  /** First and last Salt line it holds for: from the first that is Salt's own where none is named. */
  readonly since?: string;
  readonly until?: string;
  /** The id of a requirement of today's Salt that says otherwise; of what only a document says. */
  readonly today?: string;
  /** What somebody has written, which the requirement holds against the truth. */
  readonly claim?: Claim;
  readonly needs?: readonly Capability[];
}

/**
 * What a requirement of RaaS says, and how much it weighs: what was only concluded is SHOULD at
 * most, what is unknown MAY. RaaS has releases of its own, so Salt lines bound nothing.
 */
export type RaasFacts = Facts & { readonly needs?: readonly RaasCapability[] } & (
    | { readonly confidence: 'documented' | 'client'; readonly level: Level }
    | { readonly confidence: 'inferred'; readonly level: Exclude<Level, 'must'> }
    | { readonly confidence: 'unknown'; readonly level: 'may' }
  );

/** What a requirement of each API says. */
export type FactsOf = Readonly<Record<SaltApi, RequirementFacts>> & { readonly raas: RaasFacts };

/** The facts of a requirement and its id, as reporters read them from its annotation. */
export interface Declaration extends Facts {
  readonly id: string;
  readonly api: Api;
  readonly level: Level;
  readonly confidence?: Confidence;
  readonly today?: string;
  readonly claim?: Claim;
  readonly since?: string;
  readonly until?: string;
  readonly needs: readonly AnyCapability[];
}

/** The annotation that carries a declaration as JSON. */
export const DECLARATION = 'requirement';

/**
 * A declaration from what a specification says.
 *
 * @throws Error for an id that is not `<api>.<topic>.<what>`
 */
export function declare(id: string, facts: RequirementFacts | RaasFacts): Declaration {
  const api = apiOf(id);
  if (api === undefined || !/^[a-z]+\.[a-z0-9-]+\.[a-z0-9-]+$/.test(id)) {
    throw new Error(`"${id}" is no requirement id; one looks like "cherrypy.login.json-object".`);
  }
  return { id, api, needs: [], ...facts };
}

/** The declaration among the annotations of a test. */
export function declarationIn(
  annotations: readonly { readonly type: string; readonly description?: string }[],
): Declaration | undefined {
  const found = annotations.find(({ type }) => type === DECLARATION);
  return found?.description === undefined
    ? undefined
    : (JSON.parse(found.description) as Declaration);
}

/**
 * Makes sure that no id is used twice. Specification files are loaded one by one in several
 * processes, so this can only be seen where all of them have come together.
 *
 * @throws Error naming the id
 */
export function expectUniqueIds(declarations: readonly Declaration[]): void {
  const seen = new Set<string>();
  for (const { id } of declarations) {
    if (seen.has(id))
      throw new Error(`The requirement "${id}" is declared twice; give one of them another id.`);
    seen.add(id);
  }
}
