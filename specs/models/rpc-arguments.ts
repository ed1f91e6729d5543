import * as fc from 'fast-check';
import type { MethodFacts, ParameterFacts } from '../target/raas/method-facts.ts';

/** Arguments of a call, none left out between others. */
export type Arguments = readonly (readonly [name: string, value: unknown])[];

/** Texts that some parameter or other knows something by, and others refuse. */
const TEXTS = [
  'saltproof',
  '*',
  '20260102030405678014',
  '7f93b928-388b-11e6-b133-346895ecb8f3',
  '00000000-0000-4000-8000-000000000000',
];

/** Arguments for the first parameters of a method, those at least that it requires. */
export function argumentsOf({ parameters }: MethodFacts): fc.Arbitrary<Arguments> {
  const required = parameters.filter(({ isRequired }) => isRequired).length;
  return fc
    .integer({ min: required, max: parameters.length })
    .chain((length) => fc.tuple(...parameters.slice(0, length).map(argument)));
}

function argument({ name, schema }: ParameterFacts): fc.Arbitrary<readonly [string, unknown]> {
  return valueOf(schema).map((value) => [name, value] as const);
}

/** Values that fit a schema, as far as it says which; mostly small ones. */
function valueOf(schema: unknown): fc.Arbitrary<unknown> {
  const {
    type,
    enum: values,
    items,
    minimum,
  } = (schema ?? {}) as Readonly<Record<string, unknown>>;
  if (Array.isArray(values)) return fc.constantFrom(...(values as unknown[]));
  const types = [type ?? []].flat() as string[];
  if (types.length === 0) return fc.constant(null);
  return fc.constantFrom(...types).chain((one) => {
    if (one === 'string') return fc.constantFrom(...TEXTS);
    if (one === 'boolean') return fc.boolean();
    if (one === 'integer' || one === 'number') return numberFrom(minimum);
    if (one === 'array') return fc.array(valueOf(items), { maxLength: 2 });
    return fc.constant(one === 'object' ? {} : null);
  });
}

function numberFrom(minimum: unknown): fc.Arbitrary<number> {
  const from = typeof minimum === 'number' ? minimum : 0;
  return fc.integer({ min: from, max: from + 3 });
}
