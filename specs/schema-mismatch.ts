import type { ErrorObject } from 'ajv/dist/2020.js';

/** Faults of one value that are told; a list of a thousand wrong items says no more than ten. */
const MOST_FAULTS = 10;

/** A reply that does not have the shape of its schema; a verdict on the target, not on the suite. */
export class SchemaMismatch extends Error {
  override readonly name = 'SchemaMismatch';
}

/** The mismatch that a validator found, with every place that is wrong and why. */
export function mismatchOf(
  value: unknown,
  schema: string,
  errors: readonly ErrorObject[],
): SchemaMismatch {
  const faults = errors.map(({ instancePath, message, params }) => {
    const { additionalProperty, allowedValue } = params as Record<string, unknown>;
    const detail = additionalProperty ?? allowedValue;
    const said = detail === undefined ? '' : ` (${JSON.stringify(detail)})`;
    return `${instancePath || 'the whole'} ${message}${said}`;
  });
  const told = faults.slice(0, MOST_FAULTS).join('; ');
  const more = faults.length > MOST_FAULTS ? ` and ${faults.length - MOST_FAULTS} more` : '';
  return new SchemaMismatch(
    `The reply does not fit the schema "${schema}": ${told}${more}. It is ${JSON.stringify(value).slice(0, 400)}`,
  );
}
