import { RESOURCE_TABLES } from '../../../schemas/generated/raas/resources.ts';
import { field } from '../return-of.ts';
import { mayChange } from './changes.ts';
import type { Resource } from './method-replies.ts';

/** A parameter of a method, and the schema of what it takes. */
export interface ParameterFacts {
  readonly name: string;
  readonly isRequired: boolean;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** A method as its table has it: schemas/raas/<resource>.json. */
export interface MethodFacts {
  readonly resource: Resource;
  readonly method: string;
  /** In the order in which arguments by position come. */
  readonly parameters: readonly ParameterFacts[];
}

/** The names of all resources. */
export const RESOURCES = Object.keys(RESOURCE_TABLES) as Resource[];

/** What changes nothing, and still is not to be called for nothing: it waits, or hands out new keys. */
const COSTLY = new Set(['test.sleep', 'auth.get_jwt', 'auth.get_ws_ticket']);

/** The methods of a resource that change nothing and cost nothing. */
export function readingMethods(resource: Resource): MethodFacts[] {
  return Object.entries(field(RESOURCE_TABLES[resource], 'methods') ?? {})
    .filter(([method]) => !mayChange({ resource, method }) && !COSTLY.has(`${resource}.${method}`))
    .map(([method, table]) => ({ resource, method, parameters: parametersOf(table) }));
}

/** The reading methods of a resource that give a list in pages to who names nothing else. */
export function pagedMethods(resource: Resource): MethodFacts[] {
  return readingMethods(resource).filter(({ parameters }) => {
    const names = parameters.map(({ name }) => name);
    return (
      names.includes('limit') &&
      names.includes('page') &&
      parameters.every(({ isRequired }) => !isRequired)
    );
  });
}

function parametersOf(table: unknown): ParameterFacts[] {
  const parameters = field(table, 'parameters') as readonly (readonly [string, unknown?])[];
  return parameters.map(([name, ...standard]) => ({
    name,
    isRequired: standard.length === 0,
    schema: (field(table, 'arguments', 'properties', name) ?? {}) as ParameterFacts['schema'],
  }));
}
