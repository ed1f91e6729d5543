/**
 * The size on a chunk's first line, in hexadecimal as Python's `int` reads it.
 *
 * @throws Error where it is no number
 */
export function parseChunkSize(line: string): number {
  const [size = ''] = line.trim().split(';');
  if (!/^\s*[-+]?(?:0[xX])?[0-9a-fA-F]+\s*$/.test(size)) throw new Error('a chunk has no size');
  return Number.parseInt(size, 16);
}
