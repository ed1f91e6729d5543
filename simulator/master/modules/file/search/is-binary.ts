import { decodeUtf8 } from '../../../../python/decode-utf8.ts';

/** Bytes of a file that are looked at. */
const LOOKED_AT = 512;

/** The share of odd bytes from which on a file is binary. */
const MOST_ODD = 0.3;

/** Whether Salt takes a file for one that holds no text (salt.utils.files.is_text). */
export function isBinary(content: Buffer): boolean {
  const block = content.subarray(0, LOOKED_AT);
  if (block.length === 0) return false;
  if (block.includes(0)) return true;
  // A character that is cut at the end is none that is wrong.
  const isUtf8 = [0, 1, 2, 3].some(
    (cut) => cut < block.length && decodeUtf8(block.subarray(0, block.length - cut)) !== undefined,
  );
  const isText = (byte: number): boolean =>
    (byte >= 32 && byte < 127) ||
    [0x0a, 0x0d, 0x09, 0x0c, 0x08].includes(byte) ||
    (isUtf8 && byte >= 128 && byte < 255);
  return block.filter((byte) => !isText(byte)).length / block.length > MOST_ODD;
}
