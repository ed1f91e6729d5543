import type { StoredFile } from './stored-file.ts';

/** The environments that every RaaS has (raas §6). */
const ENVIRONMENTS = ['base', 'sse'];

/** The files of a RaaS, by their environments. */
export class Files {
  /** By uuid. */
  readonly stored = new Map<string, StoredFile>();

  /** The file at a place; undefined where there is none. */
  at(saltenv: string, path: string): StoredFile | undefined {
    return [...this.stored.values()].find((file) => file.saltenv === saltenv && file.path === path);
  }

  /** The names of environments: those that are always there, and those that have files. */
  environments(): string[] {
    const used = [...this.stored.values()].map(({ saltenv }) => saltenv);
    return [...new Set([...ENVIRONMENTS, ...used])].toSorted();
  }
}
