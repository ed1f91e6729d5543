import { NotVerified } from '../not-verified.ts';
import { field } from '../target/return-of.ts';
import type { Target } from '../target/target.ts';

/** Accepted keys that a requirement has brought in and may change. */
export interface OwnKeys {
  readonly target: Target;
  /** Unique ids, sorted. */
  readonly ids: readonly string[];
  /** A glob that matches these ids and no others. */
  readonly glob: string;
}

/**
 * Brings so many accepted keys in, and deletes them at the end whatever became of them.
 *
 * @throws NotVerified where the master makes no keys
 */
export async function withKeys(
  { target }: { target: Target },
  count: number,
  body: (keys: OwnKeys) => Promise<void>,
): Promise<void> {
  const prefix = target.unique('key');
  const ids = Array.from({ length: count }, (_, at) => `${prefix}-${at}`);
  try {
    for (const id of ids) {
      const made = await target.authed.wheel('key.gen_accept', { id_: id });
      if (field(made, 'pub') === undefined)
        throw new NotVerified(`needs a key of its own, and key.gen_accept made none for ${id}`);
    }
    await body({ target, ids, glob: `${prefix}-*` });
  } finally {
    await target.authed.wheel('key.delete', { match: ids.join(',') });
  }
}
