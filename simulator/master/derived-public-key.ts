import type { Random } from './random.ts';

/** The DER of a 2048-bit RSA public key around its modulus. */
const RSA_HEAD = '30820122300d06092a864886f70d01010105000382010f003082010a0282010100';
const RSA_TAIL = '0203010001';

/** A public key in PEM that looks like any other, for minions whose key nobody has named; nobody has its private half. */
export function derivedPublicKey(random: Random): string {
  const modulus = `${(128 + random.below(128)).toString(16)}${random.hex(254)}${(random.below(128) * 2 + 1).toString(16).padStart(2, '0')}`;
  const base64 = Buffer.from(RSA_HEAD + modulus + RSA_TAIL, 'hex').toString('base64');
  const lines = base64.match(/.{1,64}/g) ?? [];
  return ['-----BEGIN PUBLIC KEY-----', ...lines, '-----END PUBLIC KEY-----'].join('\n');
}
