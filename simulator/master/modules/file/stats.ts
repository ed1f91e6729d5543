import { float, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { absolutePath } from '../../../python/posix-path.ts';
import { MICROSECONDS } from '../../clock.ts';
import { fullMode, linksTo, sizeOf, type Inode } from '../../minion/files/inode.ts';
import type { MachineFiles } from '../../minion/files/machine-files.ts';
import { MinionError } from '../minion-error.ts';
import { hashOf } from './hash.ts';
import { shownMode } from './mode.ts';

const TYPES = { file: 'file', directory: 'dir', link: 'link' } as const;

/** How `file.stats` is asked. */
export interface StatsOptions {
  readonly hashType?: PyValue;
  readonly followsLinks: boolean;
  /** Whether the target of a link is told although it is not followed, as up to 3006. */
  readonly resolvesAll?: boolean;
}

/** What `file.stats` answers of a path. */
export function statsOf(machine: MachineFiles, path: string, options: StatsOptions): PyDict {
  const { files, accounts } = machine;
  const inode = found(machine, path, options);
  const { ino, uid, gid, atime, mtime, ctime, mode, kind } = inode;
  const answer: PyDict = new Map<string, PyValue>([
    ['inode', ino],
    ['uid', uid],
    ['gid', gid],
    ['group', accounts.groupName(gid) ?? gid],
    ['user', accounts.userName(uid) ?? uid],
    ['atime', seconds(atime)],
    ['mtime', seconds(mtime)],
    ['ctime', seconds(ctime)],
    ['size', sizeOf(inode)],
    ['mode', shownMode(mode)],
  ]);
  const hashType = options.hashType ?? null;
  if (isTruthy(hashType)) answer.set('sum', hashOf(files, path, hashType));
  answer.set('type', TYPES[kind]);
  const resolves = options.followsLinks || options.resolvesAll === true;
  return answer.set('target', resolves ? files.realpath(path) : absolutePath(path));
}

/** What `file.lstat` answers of what stands at a path. */
export function lstatOf(inode: Inode): PyDict {
  return new Map<string, PyValue>([
    ['st_atime', seconds(inode.atime)],
    ['st_ctime', seconds(inode.ctime)],
    ['st_gid', inode.gid],
    ['st_mode', fullMode(inode)],
    ['st_mtime', seconds(inode.mtime)],
    ['st_nlink', linksTo(inode)],
    ['st_size', sizeOf(inode)],
    ['st_uid', inode.uid],
  ]);
}

/** A link that leads nowhere is told of itself. */
function found({ files }: MachineFiles, path: string, { followsLinks }: StatsOptions): Inode {
  if (files.exists(path) && followsLinks) return files.stat(path);
  if (files.lexists(path)) return files.lstat(path);
  throw new MinionError('CommandExecutionError', `Path not found: ${path}`);
}

function seconds(microseconds: number): PyValue {
  return float(microseconds / MICROSECONDS);
}
