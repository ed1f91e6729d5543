import { constants, createHash, publicEncrypt, type KeyObject } from 'node:crypto';
import type { Random } from '../../master/random.ts';

/** Bytes of a SHA-1 digest. */
const DIGEST = 20;

/**
 * Encrypts a message for the owner of an RSA key by OAEP with SHA-1 (RFC 8017, 7.1.1), with a seed
 * that is drawn: OpenSSL's own would differ from run to run.
 *
 * @returns base64
 * @throws Error for a message that is too long for the key
 */
export function encryptFor(key: KeyObject, message: Buffer, random: Random): string {
  const length = (key.asymmetricKeyDetails?.modulusLength ?? 0) / 8;
  const filling = length - message.length - 2 * DIGEST - 2;
  if (filling < 0) throw new Error('The message is too long for the key.');
  const label = createHash('sha1').digest();
  const data = Buffer.concat([label, Buffer.alloc(filling), Buffer.of(1), message]);
  const seed = Buffer.from(random.hex(DIGEST), 'hex');
  const maskedData = xor(data, stretched(seed, data.length));
  const maskedSeed = xor(seed, stretched(maskedData, DIGEST));
  const padded = Buffer.concat([Buffer.of(0), maskedSeed, maskedData]);
  return publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, padded).toString('base64');
}

/** MGF1: as many bytes as are wanted, made of a seed. */
function stretched(seed: Buffer, length: number): Buffer {
  const blocks = Array.from({ length: Math.ceil(length / DIGEST) }, (_, at) => {
    const counter = Buffer.alloc(4);
    counter.writeUInt32BE(at);
    return createHash('sha1').update(seed).update(counter).digest();
  });
  return Buffer.concat(blocks).subarray(0, length);
}

function xor(bytes: Buffer, mask: Buffer): Buffer {
  return bytes.map((byte, at) => byte ^ (mask[at] ?? 0)) as Buffer;
}
