import { floatRepr } from './float.ts';
import { PyFloat, type PyValue } from './value.ts';

/** Python's `repr` of a value. */
export function repr(value: PyValue): string {
  if (value === null) return 'None';
  if (value === true) return 'True';
  if (value === false) return 'False';
  if (typeof value === 'string') return stringRepr(value);
  if (typeof value === 'bigint') return String(value);
  if (value instanceof PyFloat) return floatRepr(value.value);
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : floatRepr(value);
  if (Array.isArray(value)) return `[${value.map(repr).join(', ')}]`;
  return `{${[...value].map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(', ')}}`;
}

/** Python's `str` of a value: text as it is, everything else as `repr`. */
export function str(value: PyValue): string {
  return typeof value === 'string' ? value : repr(value);
}

/** Python's `repr` of a tuple of these values. */
export function reprTuple(values: readonly PyValue[]): string {
  return values.length === 1 ? `(${repr(values[0] ?? null)},)` : `(${values.map(repr).join(', ')})`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/** Single quotes, unless only those occur inside; what cannot be printed is escaped. */
function stringRepr(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  let body = '';
  for (const char of text) {
    if (char === quote) body += `\\${char}`;
    else body += ESCAPES[char] ?? (isPrintable(char) ? char : escape(char));
  }
  return quote + body + quote;
}

function isPrintable(char: string): boolean {
  return char === ' ' || !/[\p{C}\p{Z}]/u.test(char);
}

function escape(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, '0')}`;
  if (code <= 0xffff) return `\\u${code.toString(16).padStart(4, '0')}`;
  return `\\U${code.toString(16).padStart(8, '0')}`;
}
