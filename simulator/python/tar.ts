/** A file in a tar archive. */
export interface TarMember {
  /** At most 100 ASCII characters. */
  readonly name: string;
  readonly content: string;
}

/** Bytes of a block, and of a record: archives are a whole number of records long. */
const BLOCK = 512;
const RECORD = 20 * BLOCK;

/** What the checksum counts for its own field. */
const BLANK_CHECKSUM = ' '.repeat(8);

/** An archive as Python's `tarfile` writes it with nothing but names and contents given: mode 0644, no owner, no time. */
export function createTar(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ name, content }) => {
    const bytes = Buffer.from(content);
    return [header(name, bytes.length), padded(bytes, BLOCK)];
  });
  return padded(Buffer.concat([...blocks, Buffer.alloc(2 * BLOCK)]), RECORD);
}

function header(name: string, size: number): Buffer {
  const fields = (checksum: string): Buffer =>
    padded(
      Buffer.from(
        [
          name.padEnd(100, '\0'),
          octal(0o644, 8),
          octal(0, 8),
          octal(0, 8),
          octal(size, 12),
          octal(0, 12),
          checksum,
          '0'.padEnd(101, '\0'),
          'ustar\x0000',
        ].join(''),
        'latin1',
      ),
      BLOCK,
    );
  const sum = fields(BLANK_CHECKSUM).reduce((total, byte) => total + byte, 0);
  return fields(`${octal(sum, 7)} `);
}

function octal(value: number, width: number): string {
  return `${value.toString(8).padStart(width - 1, '0')}\0`;
}

function padded(bytes: Buffer, unit: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((unit - (bytes.length % unit)) % unit)]);
}
