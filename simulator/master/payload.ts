import { isDict, type PyValue } from '../python/value.ts';

/** The first integer that msgpack cannot carry. */
const TOO_LONG = 2n ** 64n;

/**
 * A value as it arrives in a payload between the processes of a master: integers too long for
 * msgpack have become texts, which spares a jid that was read as YAML (salt.payload.dumps; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export function inPayload(value: PyValue): PyValue {
  if (typeof value === 'bigint') return value >= TOO_LONG ? String(value) : value;
  if (Array.isArray(value)) return value.map(inPayload);
  if (isDict(value)) return new Map([...value].map(([key, item]) => [key, inPayload(item)]));
  return value;
}
