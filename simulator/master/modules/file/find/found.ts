import type { Inode } from '../../../minion/files/inode.ts';

/** Something that `file.find` comes by; of a link what it leads to, if it leads anywhere. */
export interface Found {
  readonly path: string;
  readonly name: string;
  readonly directory: string;
  readonly inode: Inode;
}

/** The letters by which `file.find` knows what something is. */
export const TYPE_LETTERS = { file: 'f', directory: 'd', link: 'l' } as const;
