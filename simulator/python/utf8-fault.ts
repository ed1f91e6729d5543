/**
 * What Python's strict decoder says of bytes that are no UTF-8: where it stops, and why.
 *
 * @param bytes that cannot be decoded
 */
export function utf8Fault(bytes: Buffer): string {
  let at = 0;
  while (at < bytes.length) {
    const [length, lowest, highest] = sequenceOf(bytes[at] ?? 0);
    if (length === 0) return told(bytes, at, 1, 'invalid start byte');
    for (let next = 1; next < length; next += 1) {
      const byte = bytes[at + next];
      if (byte === undefined) return told(bytes, at, next, 'unexpected end of data');
      const isFit = next === 1 ? byte >= lowest && byte <= highest : byte >= 0x80 && byte <= 0xbf;
      if (!isFit) return told(bytes, at, next, 'invalid continuation byte');
    }
    at += length;
  }
  return '';
}

/** The bytes of a sequence that begins so, none where none does; and what the second may be. */
function sequenceOf(first: number): readonly [length: number, lowest: number, highest: number] {
  if (first < 0x80) return [1, 0, 0];
  if (first < 0xc2 || first > 0xf4) return [0, 0, 0];
  if (first < 0xe0) return [2, 0x80, 0xbf];
  if (first < 0xf0) return [3, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  return [4, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
}

function told(bytes: Buffer, at: number, count: number, why: string): string {
  const what =
    count === 1
      ? `byte 0x${bytes.toString('hex', at, at + 1)} in position ${at}`
      : `bytes in position ${at}-${at + count - 1}`;
  return `'utf-8' codec can't decode ${what}: ${why}`;
}
