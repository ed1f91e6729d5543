import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, type JSONSchema } from 'json-schema-to-typescript';

/** What schemas/raas/<resource>.json holds. */
interface ResourceTable {
  readonly methods: Readonly<Record<string, MethodTable>>;
}

interface MethodTable {
  /** The name of each parameter in order, and its default where it has one. */
  readonly parameters: readonly (readonly [name: string, standard?: unknown])[];
  readonly arguments: JSONSchema & {
    readonly properties: Readonly<Record<string, JSONSchema>>;
    readonly required?: readonly string[];
  };
  readonly reply: JSONSchema;
}

/**
 * The TypeScript of RaaS's method tables, by file name: a type a resource, and the tables themselves.
 *
 * @param folder where <resource>.json lie
 */
export async function methodTableFiles(
  folder: string,
  banner: string,
): Promise<Map<string, string>> {
  const resources = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted();
  const made = new Map<string, string>();
  const tables: string[] = [];
  for (const resource of resources) {
    const text = readFileSync(join(folder, `${resource}.json`), 'utf8');
    const table = JSON.parse(text) as ResourceTable;
    const code = await compile(typeOf(table), titleOf(resource), {
      bannerComment: banner,
      additionalProperties: false,
      style: { singleQuote: true, printWidth: 100 },
    });
    made.set(`raas/${resource}.ts`, code);
    tables.push(`  ${resource}: ${JSON.stringify(table)},`);
  }
  made.set('raas/resources.ts', indexOf(resources, tables, banner));
  return made;
}

function titleOf(resource: string): string {
  return resource.slice(0, 1).toUpperCase() + resource.slice(1);
}

/** A schema of an object with a property a method: what a method is given, defaults filled in, and what it gives. */
function typeOf({ methods }: ResourceTable): JSONSchema {
  const properties = Object.entries(methods).map(([name, table]): [string, JSONSchema] => [
    name,
    object({ arguments: filledIn(table), reply: table.reply }),
  ]);
  return object(Object.fromEntries(properties));
}

/** What a method sees of its arguments: every parameter has a value, its default at least. */
function filledIn({
  parameters,
  arguments: { properties, required = [] },
}: MethodTable): JSONSchema {
  const orNull = new Set(
    parameters
      .filter(([name, standard]) => standard === null && !required.includes(name))
      .map(([name]) => name),
  );
  const typed = Object.entries(properties).map(([name, schema]): [string, JSONSchema] => [
    name,
    orNull.has(name) ? nullable(schema) : schema,
  ]);
  return {
    type: 'object',
    properties: Object.fromEntries(typed),
    required: parameters.map(([name]) => name),
    additionalProperties: false,
  };
}

function nullable(schema: JSONSchema): JSONSchema {
  const types = [schema.type ?? []].flat();
  if (types.length === 0 || types.includes('null')) return schema;
  return { ...schema, type: [...types, 'null'] };
}

function object(properties: Readonly<Record<string, JSONSchema>>): JSONSchema {
  return {
    type: 'object',
    properties,
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

function indexOf(resources: readonly string[], tables: readonly string[], banner: string): string {
  const imports = resources.map((name) => `import type { ${titleOf(name)} } from './${name}.ts';`);
  const members = resources.map((name) => `  ${name}: ${titleOf(name)};`);
  return [
    banner + imports.join('\n'),
    '/** The arguments and the reply of every method, by resource. */',
    `export interface Resources {\n${members.join('\n')}\n}\n`,
    '/** The method tables themselves: schemas/raas/<resource>.json. */',
    `export const RESOURCE_TABLES: Readonly<Record<keyof Resources, object>> = {\n${tables.join('\n')}\n};\n`,
  ].join('\n');
}
