import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { RESOURCE_TABLES, type Resources } from '../../../schemas/generated/raas/resources.ts';
import { mismatchOf } from '../../schema-mismatch.ts';
import { field } from '../return-of.ts';

/** The name of a resource. */
export type Resource = keyof Resources;

/** The name of a method of a resource. */
export type Method<Of extends Resource> = keyof Resources[Of] & string;

/** What a method returns, as its table says: schemas/raas/<resource>.json. */
export type ReplyOf<Of extends Resource, Name extends Method<Of>> = Resources[Of][Name] extends {
  reply: infer Reply;
}
  ? Reply
  : never;

/** Texts of the formats that tables name; a time may have a fraction, a zone or neither (raas.md 6). */
const FORMATS = {
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  date: /^\d{4}-\d\d-\d\d$/,
  'date-time': /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?$/,
} as const;

/** Checks what methods return, each against its table, compiled when it is first asked for. */
export class MethodReplies {
  readonly #ajv = new Ajv2020({ strict: false, allErrors: true, logger: false, formats: FORMATS });
  readonly #compiled = new Map<string, ValidateFunction>();

  /**
   * Checks what a method returned and gives it.
   *
   * @throws SchemaMismatch naming every place that is wrong and why
   */
  expect<Of extends Resource, Name extends Method<Of>>(
    resource: Of,
    method: Name,
    ret: unknown,
  ): ReplyOf<Of, Name> {
    const validate = this.#validator(resource, method);
    if (validate(ret)) return ret as ReplyOf<Of, Name>;
    throw mismatchOf(ret, `${resource}.${method}`, validate.errors ?? []);
  }

  #validator(resource: Resource, method: string): ValidateFunction {
    const name = `${resource}.${method}`;
    const known = this.#compiled.get(name);
    if (known !== undefined) return known;
    const schema = field(RESOURCE_TABLES[resource], 'methods', method, 'reply') ?? {};
    const validate = this.#ajv.compile(schema);
    this.#compiled.set(name, validate);
    return validate;
  }
}
