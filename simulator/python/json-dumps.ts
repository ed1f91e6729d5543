import { floatRepr } from './float.ts';
import { PyFloat, type PyScalar, type PyValue } from './value.ts';

/**
 * Writes a value as CPython's `json.dumps(value, ensure_ascii=False)`: `", "` and `": "` between,
 * insertion order, text as it is, NaN and Infinity by name.
 */
export function dumps(value: PyValue): string {
  if (typeof value === 'string') return quote(value);
  if (value === null) return 'null';
  if (value instanceof Map) {
    let text = '{';
    for (const [key, item] of value) {
      if (text.length > 1) text += ', ';
      text += `${quote(keyText(key))}: ${dumps(item)}`;
    }
    return `${text}}`;
  }
  if (Array.isArray(value)) {
    let text = '[';
    for (const item of value) {
      if (text.length > 1) text += ', ';
      text += dumps(item);
    }
    return `${text}]`;
  }
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  return numberText(value);
}

function numberText(value: number | PyFloat): string {
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  const text = floatRepr(value instanceof PyFloat ? value.value : value);
  if (text === 'nan') return 'NaN';
  return text.replace('inf', 'Infinity');
}

/** JSON has only text for keys; Python turns the other scalars into it. */
function keyText(key: PyScalar): string {
  if (typeof key === 'string') return key;
  return key === null || typeof key !== 'object' ? String(key) : numberText(key);
}

/** JSON.stringify escapes what Python escapes, and lone surrogates, which Python leaves. */
function quote(text: string): string {
  const json = JSON.stringify(text);
  if (!json.includes('\\ud')) return json;
  return json.replace(/\\\\|\\u(d[89a-f][0-9a-f]{2})/g, (escape, digits: string | undefined) =>
    digits === undefined ? escape : String.fromCharCode(Number.parseInt(digits, 16)),
  );
}
