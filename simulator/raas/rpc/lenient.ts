import { isObject, type Json, type JsonObject } from '../json.ts';

/**
 * An argument as its schema wants it, where a client sent a text for it: PowerShell and curl send
 * `"true"`, `"True"` and `"0"` (raas §6).
 */
export function lenient(value: Json, schema: JsonObject): Json {
  const types = [schema['type'] ?? []].flat();
  if (typeof value === 'string' && !types.includes('string')) return read(value, types);
  const items = schema['items'];
  if (Array.isArray(value) && isObject(items))
    return value.map((item: Json) => lenient(item, items));
  const properties = schema['properties'];
  if (isObject(value) && isObject(properties)) return leniently(value, properties);
  return value;
}

/** The members of an object, each as its own schema wants it: schedules come with texts in them, too. */
function leniently(value: JsonObject, properties: JsonObject): JsonObject {
  const members = Object.entries(value).map(([name, member]): [string, Json] => {
    const schema = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, isObject(schema) ? lenient(member, schema) : member];
  });
  return Object.fromEntries(members);
}

function read(text: string, types: readonly Json[]): Json {
  if (types.includes('boolean') && /^(true|false)$/i.test(text))
    return text.toLowerCase() === 'true';
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && /^[01]$/.test(text)) return text === '1';
  return text;
}
