import { checkPrimeSync, createPrivateKey, createPublicKey } from 'node:crypto';
import type { Random } from './random.ts';

/** An RSA key pair in PEM as Salt makes them; both texts end with a newline. */
export interface KeyPair {
  /** PKCS #1, `BEGIN RSA PRIVATE KEY`. */
  readonly priv: string;
  /** `BEGIN PUBLIC KEY`. */
  readonly pub: string;
}

const EXPONENT = 65537n;

/**
 * Makes a key pair that works, and is the same for the same state of the randomness.
 *
 * Not for secrets: whoever knows the seed knows the key.
 *
 * @param bits the size of the modulus
 */
export function makeKeyPair(random: Random, bits: number): KeyPair {
  for (;;) {
    const p = makePrime(random, Math.ceil(bits / 2));
    const q = makePrime(random, Math.floor(bits / 2));
    const order = (p - 1n) * (q - 1n);
    const d = inverse(EXPONENT, order);
    if (p === q || d === undefined) continue;
    const key = createPrivateKey({
      format: 'jwk',
      key: {
        kty: 'RSA',
        n: base64url(p * q),
        e: base64url(EXPONENT),
        d: base64url(d),
        p: base64url(p),
        q: base64url(q),
        dp: base64url(d % (p - 1n)),
        dq: base64url(d % (q - 1n)),
        qi: base64url(inverse(q, p) ?? 0n),
      },
    });
    return {
      priv: key.export({ type: 'pkcs1', format: 'pem' }).toString(),
      pub: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
    };
  }
}

/** A prime of this many bits whose two highest are set, so that the product of two has its full length. */
function makePrime(random: Random, bits: number): bigint {
  const drawn = BigInt(`0x${random.hex(Math.ceil(bits / 8))}`) & ((1n << BigInt(bits)) - 1n);
  let candidate = drawn | (3n << BigInt(bits - 2)) | 1n;
  while (!checkPrimeSync(candidate)) candidate += 2n;
  return candidate;
}

/** The inverse of a number in a ring, undefined where it has none. */
function inverse(value: bigint, modulus: bigint): bigint | undefined {
  let [rest, divisor] = [modulus, value % modulus];
  let [before, factor] = [0n, 1n];
  while (divisor !== 0n) {
    const quotient = rest / divisor;
    [rest, divisor] = [divisor, rest - quotient * divisor];
    [before, factor] = [factor, before - quotient * factor];
  }
  return rest === 1n ? ((before % modulus) + modulus) % modulus : undefined;
}

function base64url(value: bigint): string {
  const hex = value.toString(16);
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex').toString('base64url');
}
