/**
 * Tornado's second form of an XSRF token: `2|<mask>|<masked token>|<unix time>`, in hex but for the
 * time. Each answer may mask the same token anew, so that two texts may mean the same token.
 */
const MASKED = /^2\|([0-9a-f]{8})\|([0-9a-f]+)\|(\d+)$/;

/** What a token of either form means, in hex. */
export function tokenBytes(token: string): Buffer {
  const [, mask, masked] = MASKED.exec(token) ?? [];
  if (mask !== undefined && masked !== undefined)
    return masking(Buffer.from(mask, 'hex'), Buffer.from(masked, 'hex'));
  return /^(?:[0-9a-f]{2})+$/i.test(token) ? Buffer.from(token, 'hex') : Buffer.from(token);
}

/** The same token, hidden behind another mask: a text that no server has sent. */
export function maskedAnew(token: string, mask: Buffer, time: number): string {
  return `2|${mask.toString('hex')}|${masking(mask, tokenBytes(token)).toString('hex')}|${time}`;
}

function masking(mask: Buffer, bytes: Buffer): Buffer {
  return bytes.map((byte, at) => byte ^ (mask[at % mask.length] ?? 0)) as Buffer;
}
