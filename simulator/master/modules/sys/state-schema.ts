import type { Parameter } from '../../../python/signature.ts';
import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { isOfModule, type DescribedFunctions } from './described.ts';

/** What Salt lets every argument of a state be. */
const TYPES = ['boolean', 'integer', 'number', 'string'] as const;

/** A JSON Schema of the arguments of each state that a pattern means (modules/sysmod.py, 3006.28 to 3008.3). */
export function stateSchemas(functions: DescribedFunctions, pattern: string): PyValue[] {
  return functions
    .filter(([name]) => isOfModule(name, pattern))
    .map(([name, { signature }]) => schemaOf(name, signature.parameters));
}

function schemaOf(name: string, parameters: readonly Parameter[]): PyDict {
  return dict({
    $schema: 'http://json-schema.org/draft-04/schema#',
    title: name,
    description: name,
    type: 'object',
    properties: new Map(
      parameters.map((parameter) => [parameter.name, dict({ oneOf: choices(parameter) })]),
    ),
    'x-ordering': parameters.map((parameter) => parameter.name),
    additionalProperties: false,
  });
}

function choices({ name, default: standard }: Parameter): PyDict[] {
  return TYPES.map((type) => {
    const choice = dict({ type, title: name, description: name });
    return standard === undefined || standard === null ? choice : choice.set('default', standard);
  });
}
