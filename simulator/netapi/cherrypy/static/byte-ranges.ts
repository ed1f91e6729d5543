import { PyException } from '../../../python/exception.ts';

/** A part of a file: from its first byte up to, but not including, `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The parts that a `Range` header asks for, as CherryPy reads it, whatever the unit is called.
 *
 * @param length of the file in bytes
 * @returns undefined where there is no header or it is to be ignored; an empty list where nothing
 *   of what it asks for exists
 * @throws PyException for a header that CherryPy cannot read, which is a crash there
 */
export function byteRanges(header: string | undefined, length: number): ByteRange[] | undefined {
  if (header === undefined || header === '') return undefined;
  const equals = header.indexOf('=');
  if (equals < 0) throw new PyException('a Range without a unit');
  const ranges: ByteRange[] = [];
  for (const part of header.slice(equals + 1).split(',')) {
    const dash = part.indexOf('-');
    if (dash < 0) throw new PyException('a range without a dash');
    const first = part.slice(0, dash).trim();
    const last = part.slice(dash + 1).trim();
    if (first === '' && last === '') return undefined;
    if (first === '') {
      ranges.push({ start: Math.max(0, length - integer(last)), end: length });
      continue;
    }
    const start = integer(first);
    const stop = last === '' ? length - 1 : integer(last);
    if (start >= length) continue;
    if (stop < start) return undefined;
    ranges.push({ start, end: stop + 1 });
  }
  return ranges;
}

/** Python's `int`. */
function integer(text: string): number {
  if (!/^[-+]?\d+(?:_\d+)*$/.test(text)) throw new PyException('a range that is no number');
  return Number(text.replaceAll('_', ''));
}
