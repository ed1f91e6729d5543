import { dumps } from '../python/json-dumps.ts';
import { loads } from '../python/json-loads.ts';
import type { PyValue } from '../python/value.ts';

/** What JSON holds, which is all that RaaS's methods take and give. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject;

/** An object of JSON. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether the value is an object of JSON, and no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value of Salt's as RaaS gives it. */
export function toJson(value: PyValue): Json {
  return JSON.parse(dumps(value)) as Json;
}

/** A value that RaaS was given as Salt takes it. */
export function toPython(value: Json): PyValue {
  return loads(JSON.stringify(value));
}
