import type { Access } from './access.ts';

/** What `auth.transfer_resources` can give another owner (raas §7). */
export const OWNED_TYPES = [
  'target_groups',
  'jobs',
  'pillars',
  'files',
  'auth_configs',
  'formulas',
] as const;
export type OwnedType = (typeof OWNED_TYPES)[number];

/** An object that somebody owns. */
export interface Owned {
  readonly uuid: string;
  readonly access: Access;
}

/** All objects of each type; of what is missing there are none. */
export type OwnedObjects = { readonly [Type in OwnedType]?: () => Iterable<Owned> };
