import { PyFloat, type PyValue } from '../../python/value.ts';

/** The integers that msgpack takes, which carries a log-in to the master. */
const LEAST_INTEGER = -(2n ** 63n);
const GREATEST_INTEGER = 2n ** 64n - 1n;

/** The seconds that a `token_expire` asks for, as Python adds it to a time; undefined where it cannot. */
export function tokenLifeOf(asked: PyValue): number | undefined {
  if (typeof asked === 'number') return asked;
  if (typeof asked === 'boolean') return asked ? 1 : 0;
  if (asked instanceof PyFloat) return asked.value;
  if (typeof asked !== 'bigint') return undefined;
  return asked >= LEAST_INTEGER && asked <= GREATEST_INTEGER ? Number(asked) : undefined;
}
