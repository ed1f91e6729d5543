import { isObject, type Json, type JsonObject } from '../../json.ts';
import { ERROR_CODES } from '../../rpc/error-codes.ts';
import { METHOD_TABLE, type MethodTable } from '../../rpc/method-table.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { CONSTANTS } from './constants.ts';
import { discoveredSchema } from './discovered-schema.ts';
import { METRICS } from './metrics.ts';

/** The sections of what is discovered, each made when it is asked for. */
const SECTIONS: Readonly<Record<string, () => Json>> = {
  api: () =>
    mapped(METHOD_TABLE, ({ doc, methods }, resource) => ({
      __doc__: doc,
      ...mapped(methods, (method, name) => describe(resource, name, method)),
    })),
  constants: () => CONSTANTS,
  errors: () => ({
    errorcode: Object.fromEntries(Object.entries(ERROR_CODES).map(([name, code]) => [code, name])),
  }),
  metrics: () => METRICS,
};

/**
 * What `api.discover` gives (raas §5).
 *
 * @param include names of sections, or by section the names of what to give of it; null for all
 * @throws RpcError for a section that there is none of
 */
export function discover(include: unknown): JsonObject {
  const wanted = wantedOf(include);
  const unknown = [...wanted.keys()].find((name) => !Object.hasOwn(SECTIONS, name));
  if (unknown !== undefined) {
    const detail = { include: `has no section ${unknown}` };
    throw new RpcError('InvalidRequest', `There is no section ${unknown} to discover.`, detail);
  }
  const sections = [...wanted].map(([name, parts]): [string, Json] => {
    const section = SECTIONS[name]?.() ?? null;
    return [name, parts === undefined ? section : pick(section, parts)];
  });
  return Object.fromEntries(sections);
}

function wantedOf(include: unknown): Map<string, readonly string[] | undefined> {
  if (Array.isArray(include)) return new Map(include.map((name) => [String(name), undefined]));
  if (!isObject(include)) return new Map(Object.keys(SECTIONS).map((name) => [name, undefined]));
  const parts = Object.entries(include);
  return new Map(
    parts.map(([name, part]) => [name, Array.isArray(part) ? part.map(String) : undefined]),
  );
}

/** Some members of an object, or some items of a list. */
function pick(section: Json, parts: readonly string[]): Json {
  if (Array.isArray(section)) {
    const items = section as readonly Json[];
    return items.filter((item) => typeof item === 'string' && parts.includes(item));
  }
  const entries = Object.entries(isObject(section) ? section : {});
  return Object.fromEntries(entries.filter(([name]) => parts.includes(name)));
}

/** A method as clients load it: for people, and in detail. */
function describe(resource: string, name: string, method: MethodTable): JsonObject {
  const { doc, parameters, published = true } = method;
  const signature = `(${parameters.map(parameterText).join(', ')})`;
  const returns = returnsOf(method.reply);
  return {
    formatted: `${resource}.${name}${signature}\n\n${doc}`,
    detailed: {
      signature,
      ...(returns !== undefined && { returns }),
      doc,
      ...(published && { schema: discoveredSchema(name, method.arguments) }),
      ...(parameters.length > 0 && { parameters: parameters as Json }),
    },
  };
}

function parameterText([name, ...standard]: MethodTable['parameters'][number]): string {
  return standard.length === 0 ? name : `${name}=${pythonText(standard[0])}`;
}

function pythonText(value: Json | undefined): string {
  if (typeof value === 'string') return `'${value}'`;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return value === null || value === undefined ? 'None' : JSON.stringify(value);
}

const PYTHON_TYPES: Readonly<Record<string, string>> = {
  string: 'str',
  integer: 'int',
  number: 'float',
  boolean: 'bool',
  array: 'list',
  object: 'dict',
  null: 'None',
};

/** The Python type that a method gives, several where it may be one of them; undefined where that is not said. */
function returnsOf({ type }: JsonObject): Json | undefined {
  const names = [type ?? []].flat().filter((name) => typeof name === 'string');
  const types = names.map((name) => PYTHON_TYPES[name] ?? name);
  return types.length > 1 ? types : types[0];
}

function mapped<Value>(
  record: Readonly<Record<string, Value>>,
  change: (value: Value, name: string) => Json,
): JsonObject {
  const entries = Object.entries(record);
  return Object.fromEntries(entries.map(([name, value]) => [name, change(value, name)]));
}
