import { parseInteger } from '../../../python/int.ts';
import { unreadable, type Reading, type Unreadable } from './reading.ts';
import type { RequestHeaders } from './request-headers.ts';

/** Bytes that a body may have: Tornado's own limit. */
export const LONGEST_BODY = 100 * 1024 * 1024;

/** How the body of a request is delimited. */
export interface Framing {
  readonly kind: 'framing';
  /** The bytes of the body. */
  readonly length: number;
  readonly isChunked: boolean;
}

/** Reads how the body is delimited, once the head is taken. */
export function framingOf({ byName }: RequestHeaders, reading: Reading): Framing | Unreadable {
  const given = byName.get('content-length');
  const coding = byName.get('transfer-encoding');
  const length = given === undefined ? 0 : lengthOf(given, reading);
  if (length === undefined || length > LONGEST_BODY) return unreadable(reading);
  if (coding === undefined) return { kind: 'framing', length, isChunked: false };
  if (given !== undefined || coding.toLowerCase() !== 'chunked') return unreadable(reading);
  return { kind: 'framing', length: 0, isChunked: true };
}

/** A length that is given several times must be the same every time. */
function lengthOf(given: string, reading: Reading): number | undefined {
  const [length = '', ...others] = given.split(/,[ \t]*/);
  if (others.some((other) => other !== length)) return undefined;
  if (reading === 'as of old') return parseInteger(length);
  return /^[0-9]+$/.test(length) ? Number(length) : undefined;
}
