import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { SchemaMismatch } from './schema-mismatch.ts';

/** The schemas of what goes over the wire: schemas/<name>.schema.json. */
export type SchemaName =
  | 'async-job'
  | 'job-detail'
  | 'job-list'
  | 'key-list'
  | 'login'
  | 'local-full-return'
  | 'logout'
  | 'minions-post'
  | 'return-list'
  | 'runner-full-return'
  | 'server-error'
  | 'stats'
  | 'welcome'
  | 'wheel';

/** Compiles schemas when they are first asked for. */
export class Schemas {
  readonly #ajv = new Ajv2020({ strict: true, allErrors: true });
  readonly #compiled = new Map<SchemaName, ValidateFunction>();

  /**
   * Checks a value against a schema.
   *
   * @throws SchemaMismatch naming every place that is wrong
   */
  expect(value: unknown, name: SchemaName): void {
    const validate = this.#validator(name);
    if (validate(value)) return;
    const faults = (validate.errors ?? []).map(
      ({ instancePath, message }) => `${instancePath || 'the whole'} ${message}`,
    );
    throw new SchemaMismatch(
      `The reply does not fit the schema "${name}": ${faults.join('; ')}. It is ${JSON.stringify(value)?.slice(0, 400)}`,
    );
  }

  #validator(name: SchemaName): ValidateFunction {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const url = new URL(`../schemas/${name}.schema.json`, import.meta.url);
    const path = fileURLToPath(url)
      .replace(/([\\/])dist([\\/]schemas[\\/])/, '$1$2')
      .replace(/([\\/])[\\/]+/g, '$1');
    const validate = this.#ajv.compile(JSON.parse(readFileSync(path, 'utf8')) as object);
    this.#compiled.set(name, validate);
    return validate;
  }
}
