const MULTIPART = 'multipart/form-data';

/**
 * Whether Tornado fails to take a body apart, which it does before any handler sees it: there is no
 * boundary, or none at the end (seen on 3006.28, 3007.15 and 3008.3).
 */
export function hasBrokenMultipart(contentType: string | undefined, body: Buffer): boolean {
  if (contentType === undefined || !contentType.startsWith(MULTIPART)) return false;
  const fields = contentType.split(';').map((field) => field.trim());
  const boundary = fields.find((field) => /^boundary=./.test(field))?.slice('boundary='.length);
  if (boundary === undefined) return true;
  return !body.includes(`--${boundary.replace(/^"(.*)"$/, '$1')}--`);
}
