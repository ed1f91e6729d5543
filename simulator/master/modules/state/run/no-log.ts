import type { PyDict } from '../../../../python/value.ts';
import { masked } from '../../pillar/masked.ts';

/** Puts stars in the place of what a state tells of itself, in its result. */
export function hide(result: PyDict): void {
  for (const key of ['name', 'comment', 'changes'])
    result.set(key, masked(result.get(key) ?? null));
}
