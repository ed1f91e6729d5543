import { APIS, type Api, type Level, type Source } from '../report/result.ts';
import type { Capability } from './target/capabilities.ts';

/** What a requirement says, and how much it weighs. */
export interface RequirementFacts {
  readonly level: Level;
  /** One sentence that says what a conformant target does. */
  readonly text: string;
  readonly source: Source;
  /** First and last Salt line it holds for. */
  readonly since?: string;
  readonly until?: string;
  readonly needs?: readonly Capability[];
}

/** The facts of a requirement and its id, as reporters read them from its annotation. */
export type Declaration = RequirementFacts & {
  readonly id: string;
  readonly api: Api;
  readonly needs: readonly Capability[];
};

/** The annotation that carries a declaration as JSON. */
export const DECLARATION = 'requirement';

/**
 * A declaration from what a specification says.
 *
 * @throws Error for an id that is not `<api>.<topic>.<what>`
 */
export function declare(id: string, facts: RequirementFacts): Declaration {
  const api = APIS.find((known) => id.startsWith(`${known}.`));
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
