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
  return value;
}

function read(text: string, types: readonly Json[]): Json {
  if (types.includes('boolean') && /^(true|false)$/i.test(text))
    return text.toLowerCase() === 'true';
  if (types.includes('integer') && /^-?\d{1,15}$/.test(text)) return Number(text);
  if (types.includes('number') && /^-?\d+(\.\d+)?$/.test(text)) return Number(text);
  if (types.includes('boolean') && /^[01]$/.test(text)) return text === '1';
  return text;
}
