/** A file in a tar archive that a target sent; numbers as the archive gives them. */
export interface TarMember {
  readonly name: string;
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
  /** Seconds since the epoch. */
  readonly mtime: number;
  readonly content: string;
}

const BLOCK = 512;

/** The files of an uncompressed tar archive in order; what is no archive has none. */
export function readTar(bytes: Buffer): TarMember[] {
  const members: TarMember[] = [];
  let at = 0;
  while (at + BLOCK <= bytes.length && bytes[at] !== 0) {
    const field = (from: number, length: number): string =>
      bytes.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const octal = (from: number, length: number): number => Number.parseInt(field(from, length), 8);
    const size = octal(124, 12);
    const from = at + BLOCK;
    members.push({
      name: field(0, 100),
      mode: octal(100, 8),
      uid: octal(108, 8),
      gid: octal(116, 8),
      mtime: octal(136, 12),
      content: bytes.toString('utf8', from, from + size),
    });
    at = from + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}
