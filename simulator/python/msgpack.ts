import { isDict, type PyScalar, type PyValue } from './value.ts';
import { PyException } from './exception.ts';

const LEAST = -(2n ** 63n);
const MOST = 2n ** 64n - 1n;

/**
 * A value as it arrives on the other side of Salt's own transport, msgpack: an integer that needs
 * more than 64 bits comes out as text (seen on 3006.28, 3007.15 and 3008.3).
 *
 * @throws PyException for a text with half of a surrogate pair, which has no UTF-8
 */
export function carried(value: PyValue): PyValue {
  if (Array.isArray(value)) return value.map(carried);
  if (!isDict(value)) return carriedScalar(value);
  return new Map([...value].map(([key, item]) => [carriedScalar(key), carried(item)]));
}

function carriedScalar(value: PyScalar): PyScalar {
  if (typeof value === 'bigint') return value < LEAST || value > MOST ? String(value) : value;
  if (typeof value === 'string' && LONE_SURROGATE.test(value))
    throw new PyException('half of a surrogate pair cannot be encoded');
  return value;
}

const LONE_SURROGATE = /\p{Surrogate}/u;
