import { str } from '../../../../python/repr.ts';
import type { PyDict } from '../../../../python/value.ts';
import { watches } from '../../../states/state-functions.ts';

const PAIRS = [
  ['watch', 'require'],
  ['watch_any', 'require_any'],
] as const;

/** Takes each `watch` of a chunk for a `require`, where its module has no answer to watched changes. */
export function withoutIdleWatches(low: PyDict): void {
  if (watches(str(low.get('state') ?? null))) return;
  for (const [watch, require] of PAIRS) {
    const watched = low.get(watch);
    if (!Array.isArray(watched)) continue;
    const required = low.get(require);
    low.delete(watch);
    low.set(require, [...(Array.isArray(required) ? required : []), ...watched]);
  }
}
