import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { methodTableFiles } from './method-tables.ts';

/*
 * Makes TypeScript of every schemas/<name>.schema.json and of the method tables in schemas/raas/, so
 * that a reply that was checked against a schema has its type, and so that the compiled suite needs
 * to find no file.
 *
 *   npm run schemas             writes schemas/generated/
 *   npm run schemas -- --check  changes nothing; exit code 1 where something is not up to date
 */

const SUFFIX = '.schema.json';
const BANNER = '// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.\n';
const METHODS_BANNER = '// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.\n';
const folder = fileURLToPath(new URL('.', import.meta.url));
const generated = join(folder, 'generated');

/** The schema that others refer to; it has no type of its own. */
const PARTS = 'parts';

interface NamedSchema {
  /** `welcome` of schemas/welcome.schema.json. */
  readonly name: string;
  /** The schema's title, and the type's name. */
  readonly title: string;
  readonly schema: JSONSchema;
}

const parts = readSchema(PARTS);
const files = new Map([
  ...(await generate(readSchemas())),
  ...(await methodTableFiles(join(folder, 'raas'), METHODS_BANNER)),
]);
process.exitCode = process.argv.includes('--check') ? check(files) : write(files);

function readSchemas(): NamedSchema[] {
  const paths = readdirSync(folder).filter((path) => path.endsWith(SUFFIX));
  const names = paths.map((path) => path.slice(0, -SUFFIX.length)).toSorted();
  return names
    .filter((name) => name !== PARTS)
    .map((name) => {
      const schema = readSchema(name);
      const { title } = schema;
      if (title === undefined || !/^[A-Z][A-Za-z]+$/.test(title))
        throw new Error(
          `The schema ${name} needs a title that can name a type, such as "Welcome".`,
        );
      return { name, title, schema };
    });
}

function readSchema(name: string): JSONSchema {
  return JSON.parse(readFileSync(join(folder, name + SUFFIX), 'utf8')) as JSONSchema;
}

/** The content of each generated file, by its name. */
async function generate(schemas: readonly NamedSchema[]): Promise<Map<string, string>> {
  const made = new Map<string, string>();
  for (const { name, title, schema } of schemas) {
    const code = await compile(structuredClone(schema), title, {
      bannerComment: BANNER,
      cwd: folder,
      style: { singleQuote: true, printWidth: 100 },
    });
    made.set(`${name}.ts`, code);
  }
  made.set('schemas.ts', indexOf(schemas));
  return made;
}

function indexOf(schemas: readonly NamedSchema[]): string {
  const imports = schemas.map(({ name, title }) => `import type { ${title} } from './${name}.ts';`);
  const shapes = schemas.map(({ name, title }) => `  '${name}': ${title};`);
  const values = schemas.map(({ name, schema }) => `  '${name}': ${JSON.stringify(schema)},`);
  return [
    BANNER + imports.join('\n'),
    '/** The type of a value that fits a schema, by the name of the schema. */',
    `export interface Shapes {\n${shapes.join('\n')}\n}\n`,
    '/** The schemas themselves. */',
    `export const SCHEMAS: Readonly<Record<keyof Shapes, object>> = {\n${values.join('\n')}\n};\n`,
    '/** What the others refer to. */',
    `export const PARTS: object = ${JSON.stringify(parts)};\n`,
  ].join('\n');
}

function check(files: ReadonlyMap<string, string>): number {
  const stale = [...files].filter(([name, code]) => {
    const path = join(generated, name);
    return !existsSync(path) || readFileSync(path, 'utf8') !== code;
  });
  for (const name of orphans(files)) stale.push([name, '']);
  if (stale.length === 0) return 0;
  const names = stale.map(([name]) => `schemas/generated/${name}`).join(', ');
  process.stderr.write(
    `Not up to date: ${names}. Run \`npm run schemas\` and commit the result.\n`,
  );
  return 1;
}

function write(files: ReadonlyMap<string, string>): number {
  mkdirSync(join(generated, 'raas'), { recursive: true });
  for (const name of orphans(files)) rmSync(join(generated, name));
  for (const [name, code] of files) writeFileSync(join(generated, name), code);
  return 0;
}

/** Files that were made of a schema which is no more. */
function orphans(files: ReadonlyMap<string, string>): string[] {
  if (!existsSync(generated)) return [];
  const present = readdirSync(generated, { recursive: true, encoding: 'utf8' });
  return present.filter((name) => name.endsWith('.ts') && !files.has(name));
}
