import type { Random } from '../../master/random.ts';

/** Bytes of a new token, and of what masks it. */
const TOKEN_BYTES = 16;
const MASK_BYTES = 4;

/**
 * A token as Tornado sends it, version 2: `2|<mask>|<masked token>|<seconds since the epoch>`. It
 * looks different each time, and stands for the same token (raas §2).
 */
export function maskedToken(token: Buffer, random: Random, seconds: number): string {
  const mask = Buffer.from(random.hex(MASK_BYTES), 'hex');
  return ['2', mask.toString('hex'), masked(token, mask).toString('hex'), seconds].join('|');
}

/** A new token. */
export function newToken(random: Random): Buffer {
  return Buffer.from(random.hex(TOKEN_BYTES), 'hex');
}

/**
 * The token that a text stands for: Tornado's version 2, or version 1, the bytes in hexadecimal or
 * any others; undefined for what claims to be of a version and is not.
 */
export function readToken(text: string): Buffer | undefined {
  if (text === '') return undefined;
  const version = /^([1-9]\d*)\|/.exec(text)?.[1];
  if (version === undefined)
    return /^([\da-f]{2})+$/i.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text);
  const parts = /^2\|([\da-f]{8})\|((?:[\da-f]{2})*)\|\d+$/i.exec(text);
  if (parts === null) return undefined;
  const [, mask = '', token = ''] = parts;
  return masked(Buffer.from(token, 'hex'), Buffer.from(mask, 'hex'));
}

function masked(bytes: Buffer, mask: Buffer): Buffer {
  return bytes.map((byte, at) => byte ^ (mask[at % mask.length] ?? 0)) as Buffer;
}
