import { dirname, joinPaths, normalPath } from '../../../python/posix-path.ts';
import { MinionError } from '../../modules/minion-error.ts';
import { MOST_LINKS, placeOf, type Place } from './place.ts';
import type { DirectoryInode, FileInode, Inode } from './inode.ts';
import { OsError, type Errno } from './os-error.ts';

/** The bits that a new file or directory is not given. */
const UMASK = 0o022;

/** The inode number of the root, as on ext4. */
const ROOT_INODE = 2;

/** The inode number of the first file. */
const FIRST_INODE = 131_073;

/**
 * The files of a machine, held in memory and asked as the root user asks Linux; a process that gives
 * a relative path runs in the root directory.
 */
export class FileTree {
  readonly #now: () => number;
  #nextInode = ROOT_INODE;
  readonly #root: DirectoryInode;

  /** @param now microseconds since the epoch */
  constructor(now: () => number) {
    this.#now = now;
    this.#root = { kind: 'directory', entries: new Map(), ...this.#facts(0o755) };
    this.#nextInode = FIRST_INODE;
  }

  /** What a path leads to; a link at its end is followed. */
  stat(path: string): Inode {
    return this.#expect(path, true);
  }

  /** What a path leads to; a link at its end is not followed. */
  lstat(path: string): Inode {
    return this.#expect(path, false);
  }

  /** Python's `os.path.exists`. */
  exists(path: string): boolean {
    return this.#find(path, true) !== undefined;
  }

  /** Python's `os.path.lexists`. */
  lexists(path: string): boolean {
    return this.#find(path, false) !== undefined;
  }

  /** Python's `os.path.isfile`. */
  isFile(path: string): boolean {
    return this.#find(path, true)?.kind === 'file';
  }

  /** Python's `os.path.isdir`. */
  isDirectory(path: string): boolean {
    return this.#find(path, true)?.kind === 'directory';
  }

  /** Python's `os.path.islink`. */
  isLink(path: string): boolean {
    return this.#find(path, false)?.kind === 'link';
  }

  /** The file that a path leads to, as one that is opened and has to be there. */
  open(path: string): FileInode {
    const inode = this.stat(path);
    if (inode.kind === 'file') return inode;
    throw new OsError('EISDIR', path);
  }

  read(path: string): Buffer {
    return this.open(path).content;
  }

  /** Puts a content in the place of a file's own; where there is no file, makes one. */
  write(path: string, content: Buffer): void {
    const { parent, name, inode } = placeOf(this.#root, path, true);
    if (inode?.kind === 'directory' || path.endsWith('/')) throw new OsError('EISDIR', path);
    if (inode?.kind === 'file') this.#fill(inode, content);
    else this.#put(parent, name, { kind: 'file', content, links: 1, ...this.#facts(0o666) });
  }

  /** @throws OsError for one that is there */
  mkdir(path: string): void {
    const { parent, name, inode } = placeOf(this.#root, path.replace(/(?<=.)\/+$/, ''), false, [
      path,
    ]);
    if (inode !== undefined) throw new OsError('EEXIST', path);
    this.#put(parent, name, { kind: 'directory', entries: new Map(), ...this.#facts(0o777) });
  }

  symlink(target: string, path: string): void {
    const { parent, name, inode } = placeOf(this.#root, path, false);
    if (inode !== undefined) throw new OsError('EEXIST', target, path);
    this.#put(parent, name, { kind: 'link', target, ...this.#facts(0o777), mode: 0o777 });
  }

  link(source: string, path: string): void {
    const inode = this.#expect(source, false, [source, path]);
    const { parent, name, inode: other } = placeOf(this.#root, path, false, [source, path]);
    if (other !== undefined) throw new OsError('EEXIST', source, path);
    if (inode.kind !== 'file') throw new OsError('EPERM', source, path);
    inode.links++;
    this.#put(parent, name, inode);
  }

  readlink(path: string): string {
    const inode = this.lstat(path);
    if (inode.kind === 'link') return inode.target;
    throw new OsError('EINVAL', path);
  }

  /** The names in a directory, in the order in which they came. */
  list(path: string): string[] {
    const inode = this.stat(path);
    if (inode.kind !== 'directory') throw new OsError('ENOTDIR', path);
    return [...inode.entries.keys()];
  }

  /** Takes away a file or a link. */
  unlink(path: string): void {
    const { parent, name, inode } = this.#taken(path);
    if (inode.kind === 'directory') throw new OsError('EISDIR', path);
    if (inode.kind === 'file') inode.links--;
    this.#take(parent, name);
  }

  /** Takes away a directory that is empty. */
  rmdir(path: string): void {
    const { parent, name, inode } = this.#taken(path);
    if (inode.kind !== 'directory') throw new OsError('ENOTDIR', path);
    if (inode === this.#root) throw new OsError('EBUSY', path);
    if (inode.entries.size > 0) throw new OsError('ENOTEMPTY', path);
    this.#take(parent, name);
  }

  rename(source: string, path: string): void {
    const from = placeOf(this.#root, source, false);
    const to = placeOf(this.#root, path, false);
    const fail = (errno: Errno): OsError => new OsError(errno, source, path);
    const { inode } = from;
    if (inode === undefined) throw fail('ENOENT');
    if (inode === to.inode) return;
    if (inode.kind === 'directory') {
      if (normalPath(`${this.realpath(path)}/`).startsWith(`${this.realpath(source)}/`))
        throw fail('EINVAL');
      if (to.inode !== undefined && to.inode.kind !== 'directory') throw fail('ENOTDIR');
      if (to.inode !== undefined && to.inode.entries.size > 0) throw fail('ENOTEMPTY');
    } else if (to.inode?.kind === 'directory') throw fail('EISDIR');
    if (to.inode?.kind === 'file') to.inode.links--;
    this.#take(from.parent, from.name);
    this.#put(to.parent, to.name, inode);
  }

  chmod(path: string, mode: number): void {
    const inode = this.stat(path);
    inode.mode = mode & 0o7777;
    inode.ctime = this.#now();
  }

  /** Python's `os.chown`, and `os.lchown` where links are not followed; -1 changes nothing. */
  chown(path: string, uid: number, gid: number, follow = true): void {
    const inode = this.#expect(path, follow);
    if (uid !== -1) inode.uid = uid;
    if (gid !== -1) inode.gid = gid;
    inode.ctime = this.#now();
  }

  /** Python's `os.utime`; a time that is not given is now. */
  touch(path: string, { atime, mtime }: { atime?: number; mtime?: number } = {}): void {
    const inode = this.stat(path);
    const now = this.#now();
    Object.assign(inode, { atime: atime ?? now, mtime: mtime ?? now, ctime: now });
  }

  /** Python's `os.path.realpath`: links are followed as far as they lead anywhere. */
  realpath(path: string, links = 0): string {
    let real = '/';
    const parts = path.split('/').filter((part) => part !== '' && part !== '.');
    for (const [index, part] of parts.entries()) {
      const next = part === '..' ? dirname(real) : joinPaths(real, part);
      const inode = this.#find(next, false);
      if (inode?.kind !== 'link') real = next;
      else if (links >= MOST_LINKS) return joinPaths(next, ...parts.slice(index + 1));
      else real = this.realpath(joinPaths(real, inode.target), links + 1);
    }
    return real;
  }

  #facts(mode: number) {
    const now = this.#now();
    const ino = this.#nextInode++;
    return { ino, mode: mode & ~UMASK, uid: 0, gid: 0, atime: now, mtime: now, ctime: now };
  }

  #fill(inode: FileInode, content: Buffer): void {
    inode.content = content;
    inode.mtime = inode.ctime = this.#now();
  }

  #put(parent: DirectoryInode, name: string, inode: Inode): void {
    parent.entries.set(name, inode);
    parent.mtime = parent.ctime = this.#now();
  }

  #take(parent: DirectoryInode, name: string): void {
    parent.entries.delete(name);
    parent.mtime = parent.ctime = this.#now();
  }

  #find(path: string, follow: boolean): Inode | undefined {
    try {
      return placeOf(this.#root, path, follow).inode;
    } catch (error) {
      if (error instanceof MinionError) return undefined;
      throw error;
    }
  }

  #expect(path: string, follow: boolean, told: readonly string[] = [path]): Inode {
    const { inode } = placeOf(this.#root, path, follow, told);
    if (inode === undefined) throw new OsError('ENOENT', ...told);
    return inode;
  }

  #taken(path: string): Place & { readonly inode: Inode } {
    const place = placeOf(this.#root, path.replace(/(?<=.)\/+$/, ''), false, [path]);
    if (place.inode === undefined) throw new OsError('ENOENT', path);
    return { ...place, inode: place.inode };
  }
}
