/** A file in an archive. */
export interface ReadMember {
  readonly name: string;
  readonly bytes: Buffer;
}

const BLOCK = 512;

/**
 * The files of a tar archive, as `tar` and Python's `tarfile` write it; links and the like are passed over.
 *
 * @throws Error for what is none
 */
export function readTar(archive: Buffer): ReadMember[] {
  const members: ReadMember[] = [];
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (field(header, 257, 5) !== 'ustar') throw new Error('This is no tar archive.');
    const size = Number.parseInt(field(header, 124, 12), 8);
    const start = at + BLOCK;
    const kind = field(header, 156, 1);
    if (kind === '' || kind === '0')
      members.push({ name: nameOf(header), bytes: archive.subarray(start, start + size) });
    at = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  return members;
}

function nameOf(header: Buffer): string {
  const [prefix, name] = [field(header, 345, 155), field(header, 0, 100)];
  return prefix === '' ? name : `${prefix}/${name}`;
}

function field(header: Buffer, start: number, length: number): string {
  return header
    .toString('utf8', start, start + length)
    .replace(/\0.*$/s, '')
    .trim();
}
