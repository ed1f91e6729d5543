import type { Access } from '../accounts/access.ts';

/** A file that RaaS keeps for its masters. */
export interface StoredFile {
  readonly uuid: string;
  saltenv: string;
  /** From the root of the environment, `/top.sls`. */
  path: string;
  content_type: string;
  /** As they travel: a text, or base64 of what is none. */
  contents: string;
  readonly access: Access;
}
