import { isUtf8 } from 'node:buffer';
import type { RecordedBytes } from '../recording.ts';

/** Bytes of a body that reports show; the rest is counted. */
const MOST_SHOWN = 64 * 1024;

/** Bytes as recordings keep them. */
export function recordedBytes(bytes: Buffer): RecordedBytes {
  return isUtf8(bytes) ? bytes.toString() : { base64: bytes.toString('base64') };
}

/** Bytes as reports show them. */
export function shownBytes(bytes: Buffer): string {
  const shown = bytes.subarray(0, MOST_SHOWN).toString();
  if (!isUtf8(bytes)) return `(${bytes.length} bytes that are not text)`;
  return bytes.length > MOST_SHOWN ? `${shown}… (${bytes.length - MOST_SHOWN} more bytes)` : shown;
}
