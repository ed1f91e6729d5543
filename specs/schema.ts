import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { PARTS, SCHEMAS, type Shapes } from '../schemas/generated/schemas.ts';
import { mismatchOf } from './schema-mismatch.ts';

export type { Shapes } from '../schemas/generated/schemas.ts';

/** The schemas of what goes over the wire, by name: schemas/<name>.schema.json. */
export type SchemaName = keyof Shapes;

/** Compiles schemas when they are first asked for. */
export class Schemas {
  readonly #ajv = new Ajv2020({ strict: true, allErrors: true, schemas: [PARTS] });
  readonly #compiled = new Map<SchemaName, ValidateFunction>();

  /**
   * Checks a value against a schema and gives it.
   *
   * @throws SchemaMismatch naming every place that is wrong and why
   */
  expect<Name extends SchemaName>(value: unknown, name: Name): Shapes[Name] {
    const validate = this.#validator(name);
    if (validate(value)) return value as Shapes[Name];
    throw mismatchOf(value, name, validate.errors ?? []);
  }

  #validator(name: SchemaName): ValidateFunction {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const validate = this.#ajv.compile(SCHEMAS[name]);
    this.#compiled.set(name, validate);
    return validate;
  }
}
