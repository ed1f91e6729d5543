import { createHash } from 'node:crypto';

/**
 * A fingerprint: colon-separated hex digits of the key's digest, of what the line takes for the key.
 *
 * @param hashType the digest by OpenSSL's name
 */
export function fingerprint(
  pem: string,
  hashType: string,
  of: 'base64 lines' | 'whole PEM',
): string {
  const text = of === 'whole PEM' ? pem : `${pem.trim().split('\n').slice(1, -1).join('\n')}\n`;
  const digest = createHash(hashType).update(text).digest('hex');
  return (digest.match(/../g) ?? []).join(':');
}
