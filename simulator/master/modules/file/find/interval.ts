import { str } from '../../../../python/repr.ts';
import { PyTypeError } from '../../../../python/type-error.ts';
import type { PyValue } from '../../../../python/value.ts';
import { FindError } from './find-error.ts';

/** Units of time, greatest first, as an interval names them. */
const UNITS = [
  ['w', 604_800],
  ['d', 86_400],
  ['h', 3600],
  ['m', 60],
  ['s', 1],
] as const;

const INTERVAL = new RegExp(
  `^\\s*([+-]?)\\s*${UNITS.map(([unit]) => `(?:(\\d+(?:\\.\\d*)?)\\s*${unit})?\\s*`).join('')}$`,
  'i',
);

/** An interval as `file.find` reads it, `-1d`, `2h 30m`, in steps of its smallest unit. */
export function readInterval(value: PyValue): { seconds: number; isNewer: boolean } {
  const [text, sign, ...numbers] = INTERVAL.exec(str(value)) ?? [];
  if (text === undefined) throw new FindError(`invalid time interval: '${str(value)}'`);
  let [seconds, step] = [0, 0];
  for (const [index, [, unit]] of UNITS.entries()) {
    const number = numbers[index];
    if (number === undefined) continue;
    seconds += Number(number) * unit;
    step = unit;
  }
  if (step === 0) throw new PyTypeError("unsupported operand type(s) for /: 'int' and 'NoneType'");
  return { seconds: Math.trunc(seconds / step) * step, isNewer: sign === '-' };
}
