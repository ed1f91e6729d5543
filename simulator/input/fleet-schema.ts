import { createRequire } from 'node:module';
import type { DefinedError, ValidateFunction } from 'ajv';
import type * as ajv from 'ajv/dist/2020.js';
import { SCHEMAS } from '../../schemas/generated/schemas.ts';
import { str } from '../python/repr.ts';
import { isDict, PyFloat, type PyDict, type PyValue } from '../python/value.ts';
import { describeFault } from './describe-fault.ts';
import { InputError } from './input-error.ts';

/** How deep the schema looks into a section: at the items of a user's groups. */
const DEPTH = 3;

/**
 * How deep it looks into others: at the groups of users of machines, also below the masters of RaaS,
 * and at exceptions in sequences.
 */
const DEPTHS: ReadonlyMap<string, number> = new Map([
  ['minions', 5],
  ['answers', 5],
  ['raas', 8],
]);

/**
 * Holds a fleet document against schemas/fleet.schema.json.
 *
 * @param name what to call the fleet in a message: `fleet file demo.yaml`
 * @throws InputError with the path within the document, and the nearest name where one is unknown
 */
export function expectFleet(document: PyDict, name: string): void {
  expectUniqueNames(document, name);
  const validate = (compiled ??= compile());
  const sections = [...document].map(([section, content]) => [
    str(section),
    plain(content, DEPTHS.get(str(section)) ?? DEPTH),
  ]);
  if (validate(Object.fromEntries(sections))) return;
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
