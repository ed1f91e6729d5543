import { PyFloat, type PyValue } from './value.ts';

/** The name of a value's Python type: `NoneType`, `str`, `dict`. */
export function typeName(value: PyValue): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'string') return 'str';
  if (value instanceof PyFloat) return 'float';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int' : 'float';
  if (typeof value === 'bigint') return 'int';
  return Array.isArray(value) ? 'list' : 'dict';
}
