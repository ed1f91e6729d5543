/** What every file, directory and link has; times are microseconds since the epoch. */
interface InodeFacts {
  readonly ino: number;
  /** The permission bits. */
  mode: number;
  uid: number;
  gid: number;
  atime: number;
  mtime: number;
  ctime: number;
}

/** A file; several directories may have it, by any names. */
export interface FileInode extends InodeFacts {
  readonly kind: 'file';
  content: Buffer;
  links: number;
}

/** A directory. */
export interface DirectoryInode extends InodeFacts {
  readonly kind: 'directory';
  readonly entries: Map<string, Inode>;
}

/** A symbolic link. */
export interface LinkInode extends InodeFacts {
  readonly kind: 'link';
  readonly target: string;
}

/** What stands under a name in a directory. */
export type Inode = FileInode | DirectoryInode | LinkInode;

/** The bits of `st_mode` that say what something is. */
const TYPE_BITS = { file: 0o100000, directory: 0o040000, link: 0o120000 } as const;

/** `st_mode`, permissions and kind together. */
export function fullMode({ kind, mode }: Inode): number {
  return TYPE_BITS[kind] | mode;
}

/** `st_size`; a directory takes a block. */
export function sizeOf(inode: Inode): number {
  if (inode.kind === 'file') return inode.content.length;
  return inode.kind === 'link' ? Buffer.byteLength(inode.target) : 4096;
}

/** `st_nlink`: a directory is linked to by itself and by each directory in it. */
export function linksTo(inode: Inode): number {
  if (inode.kind === 'file') return inode.links;
  if (inode.kind === 'link') return 1;
  return 2 + [...inode.entries.values()].filter(({ kind }) => kind === 'directory').length;
}
