const FAULTS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file. Check the path.',
  ENOTDIR: 'a part of its path is a file. Check the path.',
  EISDIR: 'it is a directory. Name a file in it.',
  EACCES: 'you have no right to read it.',
};

/** Why a file cannot be read, as the end of a message. */
export function readFault(cause: unknown): string {
  const { code = '', message } = cause as NodeJS.ErrnoException;
  return FAULTS[code] ?? `${message}.`;
}
