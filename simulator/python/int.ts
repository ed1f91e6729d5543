import { PyFloat, type PyValue } from './value.ts';

/** Bytes as Python's `int` reads them: with white space around, a sign, and underscores between digits; undefined where it raises. */
export function parseInteger(text: string): number | undefined {
  const [, digits] = /^[ \t\n\r\v\f]*([-+]?\d+(?:_\d+)*)[ \t\n\r\v\f]*$/.exec(text) ?? [];
  return digits === undefined ? undefined : Number(digits.replaceAll('_', ''));
}

/** What Python's `int(value)` makes of it; undefined where it refuses. */
export function integerOf(value: PyValue | undefined): number | undefined {
  if (typeof value === 'boolean') return Number(value);
  if (value instanceof PyFloat) return Math.trunc(value.value);
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  return undefined;
}

/** Whether Python's `int(value, 16)` takes it. */
export function isHex(value: PyValue): boolean {
  return (
    typeof value === 'string' &&
    /^\s*[-+]?(?:0[xX]_?)?[0-9a-fA-F]+(?:_[0-9a-fA-F]+)*\s*$/.test(value)
  );
}
