import { repr } from '../../../python/repr.ts';
import { MinionError } from '../../modules/minion-error.ts';

/** What Linux says of each error, and the class that Python raises for it. */
const ERRORS = {
  EPERM: [1, 'Operation not permitted', 'PermissionError'],
  ENOENT: [2, 'No such file or directory', 'FileNotFoundError'],
  EBUSY: [16, 'Device or resource busy', 'OSError'],
  EEXIST: [17, 'File exists', 'FileExistsError'],
  ENOTDIR: [20, 'Not a directory', 'NotADirectoryError'],
  EISDIR: [21, 'Is a directory', 'IsADirectoryError'],
  EINVAL: [22, 'Invalid argument', 'OSError'],
  ENAMETOOLONG: [36, 'File name too long', 'OSError'],
  ENOTEMPTY: [39, 'Directory not empty', 'OSError'],
  ELOOP: [40, 'Too many levels of symbolic links', 'OSError'],
} as const;

/** An error of the operating system, by its name in C. */
export type Errno = keyof typeof ERRORS;

/** Python's `OSError`: what the system refuses, and of which paths. */
export class OsError extends MinionError {
  readonly errno: Errno;
  /** What the system says, without number and paths. */
  readonly strerror: string;

  constructor(errno: Errno, ...paths: readonly string[]) {
    const [number, strerror, pythonClass] = ERRORS[errno];
    const of = paths.length === 0 ? '' : `: ${paths.map(repr).join(' -> ')}`;
    super('Exception', `[Errno ${number}] ${strerror}${of}`, pythonClass);
    this.errno = errno;
    this.strerror = strerror;
  }
}
