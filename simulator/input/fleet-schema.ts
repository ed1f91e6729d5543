import { createRequire } from 'node:module';
import type { DefinedError, ValidateFunction } from 'ajv';
import type * as ajv from 'ajv/dist/2020.js';
import { SCHEMAS } from '../../schemas/generated/schemas.ts';
import { str } from '../python/repr.ts';
import { isDict, PyFloat, type PyDict, type PyValue } from '../python/value.ts';
import { InputError } from './input-error.ts';
import { nearest } from './nearest.ts';

/** The schema looks no deeper into a fleet than at the items of a user's groups. */
const DEPTH = 4;

/**
 * Holds a fleet document against schemas/fleet.schema.json.
 *
 * @param name what to call the fleet in a message: `fleet file demo.yaml`
 * @throws InputError with the path within the document, and the nearest name where one is unknown
 */
export function expectFleet(document: PyDict, name: string): void {
  expectUniqueNames(document, name);
  const validate = (compiled ??= compile());
  if (validate(plain(document, DEPTH))) return;
  const [fault] = (validate.errors ?? []) as DefinedError[];
  if (fault !== undefined) throw new InputError(`The ${name} ${describeFault(fault)}`);
}

let compiled: ValidateFunction | undefined;

/** Loaded only where there is a fleet to check: it takes as long as all else that starts a simulator. */
function compile(): ValidateFunction {
  const { Ajv2020 } = createRequire(import.meta.url)('ajv/dist/2020.js') as typeof ajv;
  return new Ajv2020({ strictTypes: false, verbose: true }).compile(SCHEMAS['fleet']);
}

/** A document as the plain data that a schema is about; what lies deeper is left out. */
function plain(value: PyValue, depth: number): unknown {
  if (value instanceof PyFloat) return value.value;
  if (typeof value === 'bigint') return Number(value);
  if (Array.isArray(value)) return depth === 0 ? [] : value.map((item) => plain(item, depth - 1));
  if (!isDict(value)) return value;
  const entries = depth === 0 ? [] : [...value];
  return Object.fromEntries(entries.map(([key, item]) => [str(key), plain(item, depth - 1)]));
}

/** YAML has keys that are no text: `1` and `"1"` are two keys, and the same minion. */
function expectUniqueNames(document: PyDict, name: string): void {
  for (const section of ['minions', 'users']) {
    const entries = document.get(section);
    const seen = new Set<string>();
    const twice = (isDict(entries) ? [...entries.keys()] : [])
      .map(str)
      .find((name) => seen.size === seen.add(name).size);
    if (twice !== undefined)
      throw new InputError(
        `The ${name} names "${twice}" twice in ${section}; take one of them out.`,
      );
  }
}

function describeFault(fault: DefinedError): string {
  const place = fault.instancePath.slice(1).split('/').map(unescaped).join('.');
  const where = place === '' ? 'at its top' : `in ${place}`;
  const seen = shown(fault.data);
  if (fault.keyword === 'additionalProperties')
    return unknownKey(fault.params.additionalProperty, where, fault.parentSchema);
  if (fault.keyword === 'required')
    return `has no "${fault.params.missingProperty}" ${where}, and needs one.`;
  if (fault.keyword === 'enum') {
    const allowed = fault.params.allowedValues as string[];
    return `says ${where} ${seen}; it must be ${allowed.join(', ').replace(/, (?=\w+$)/, ' or ')}.`;
  }
  if (fault.keyword === 'pattern')
    return `has ${seen} ${where}, which cannot be a minion's id: one has no slash and no backslash, and is not empty.`;
  if (fault.keyword === 'type') {
    const [type = ''] = [fault.params.type].flat();
    return `says ${where} ${seen}; it must be ${KINDS[type] ?? type}.`;
  }
  return `is wrong ${where}: it ${fault.message}.`;
}

const KINDS: Readonly<Record<string, string>> = {
  object: 'a mapping ("name: value")',
  array: 'a list',
  string: 'a text',
  boolean: 'true or false',
};

function unknownKey(key: string, where: string, schema: unknown): string {
  const known = Object.keys((schema as { properties?: object }).properties ?? {});
  const [close] = nearest(key, known);
  const hint = close === undefined ? '' : ` Did you mean "${close}"?`;
  return `has "${key}" ${where}, which nobody reads.${hint} Known are ${known.join(', ')}.`;
}

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a mapping';
  return value === null ? 'nothing' : JSON.stringify(value);
}

/** A part of a JSON pointer as the name it stands for. */
function unescaped(part: string): string {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}
