import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { PARTS, SCHEMAS, type Shapes } from '../schemas/generated/schemas.ts';
import { SchemaMismatch } from './schema-mismatch.ts';

export type { Shapes } from '../schemas/generated/schemas.ts';

/** The schemas of what goes over the wire, by name: schemas/<name>.schema.json. */
export type SchemaName = keyof Shapes;

/** Faults of one value that are told; a list of a thousand wrong items says no more than ten. */
const MOST_FAULTS = 10;

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
    const faults = (validate.errors ?? []).map(({ instancePath, message, params }) => {
      const { additionalProperty, allowedValue } = params as Record<string, unknown>;
      const detail = additionalProperty ?? allowedValue;
      const said = detail === undefined ? '' : ` (${JSON.stringify(detail)})`;
      return `${instancePath || 'the whole'} ${message}${said}`;
    });
    const told = faults.slice(0, MOST_FAULTS).join('; ');
    const more = faults.length > MOST_FAULTS ? ` and ${faults.length - MOST_FAULTS} more` : '';
    throw new SchemaMismatch(
      `The reply does not fit the schema "${name}": ${told}${more}. It is ${JSON.stringify(value).slice(0, 400)}`,
    );
  }

  #validator(name: SchemaName): ValidateFunction {
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const validate = this.#ajv.compile(SCHEMAS[name]);
    this.#compiled.set(name, validate);
    return validate;
  }
}
