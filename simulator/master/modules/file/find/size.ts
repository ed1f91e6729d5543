import { FindError } from './find-error.ts';

const UNITS: Readonly<Record<string, number>> = {
  b: 1,
  k: 2 ** 10,
  m: 2 ** 20,
  g: 2 ** 30,
  t: 2 ** 40,
};

/** A size as `file.find` reads it, `+1k`, `-5m`, `3b`: the least and the most bytes. */
export function readSize(value: string): [least: number, most: number] {
  const [, sign = '', rest = ''] = /^([-+]?)([^]*)$/.exec(value.trim()) ?? [];
  const unit = UNITS[rest.slice(-1).toLowerCase()];
  const digits = unit === undefined ? rest : rest.slice(0, -1).trim();
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(digits))
    throw new FindError(`invalid size: "${value}"`);
  const bytes = Math.trunc(Number(digits) * (unit ?? 1));
  if (sign === '-') return [0, bytes];
  if (sign === '+') return [bytes, Infinity];
  return [bytes, bytes + (unit ?? 1) - 1];
}
