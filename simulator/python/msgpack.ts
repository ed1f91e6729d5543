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
  const lone = typeof value === 'string' ? LONE_SURROGATES.exec(value) : null;
  if (lone !== null) throw new PyException(encodeError(lone));
  return value;
}

const LONE_SURROGATES = /\p{Surrogate}+/u;

/** What Python says of lone surrogates in a text; it counts characters, not halves of pairs. */
function encodeError({ 0: found, index, input }: RegExpExecArray): string {
  const start = Array.from(input.slice(0, index)).length;
  const what =
    found.length > 1
      ? `characters in position ${start}-${start + found.length - 1}`
      : `character '\\u${found.charCodeAt(0).toString(16)}' in position ${start}`;
  return `'utf-8' codec can't encode ${what}: surrogates not allowed`;
}
