import { isObject, type Json, type JsonObject } from '../../json.ts';

const DRAFT_7 = 'http://json-schema.org/draft-07/schema#';

/**
 * A schema of arguments as `api.discover` shows it (raas §5): a definition with the method's name as
 * a class, every property with a title, integers as numbers with a format, enums with empty
 * `enumNames`, and nested objects as definitions of their own.
 */
export function discoveredSchema(method: string, schema: JsonObject): JsonObject {
  const definitions: Record<string, Json> = {};
  const name = className(method);
  define(name, schema, definitions);
  return { $schema: DRAFT_7, definitions, $ref: `#/definitions/${name}` };
}

/** Puts an object's schema, and those of the objects in it, among the definitions. */
function define(name: string, schema: JsonObject, definitions: Record<string, Json>): void {
  // Its place comes before those of the objects within.
  definitions[name] = null;
  definitions[name] = {
    type: 'object',
    properties: properties(name, schema, definitions),
    ...(schema['required'] !== undefined && { required: schema['required'] }),
    ...(schema['additionalProperties'] === false && { additionalProperties: false }),
  };
}

function properties(
  owner: string,
  schema: JsonObject,
  definitions: Record<string, Json>,
): JsonObject {
  const members = isObject(schema['properties']) ? schema['properties'] : {};
  const shown = Object.entries(members).map(([title, property]): [string, Json] => [
    title,
    { title, ...shownAs(owner, title, isObject(property) ? property : {}, definitions) },
  ]);
  return Object.fromEntries(shown);
}

function shownAs(
  owner: string,
  title: string,
  property: JsonObject,
  definitions: Record<string, Json>,
): JsonObject {
  if (isObject(property['properties'])) {
    const name = `${owner}${className(title)}`;
    define(name, property, definitions);
    return { type: property['type'] ?? 'object', $ref: `#/definitions/${name}` };
  }
  const types = [property['type'] ?? []].flat();
  const numbers = types.map((type) => (type === 'integer' ? 'number' : type));
  return {
    ...property,
    ...(types.length > 0 && { type: numbers.length === 1 ? (numbers[0] ?? null) : numbers }),
    ...(types.includes('integer') && { format: 'integer' }),
    ...(property['enum'] !== undefined && { enumNames: [] }),
  };
}

/** `get_jobs` as a class is called: GetJobs. */
function className(name: string): string {
  return name
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}
