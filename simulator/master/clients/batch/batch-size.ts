import { integerOf } from '../../../python/int.ts';
import { repr } from '../../../python/repr.ts';
import type { PyValue } from '../../../python/value.ts';
import { SaltError } from '../../salt-error.ts';
import type { Profile } from '../../versions/profile.ts';

/**
 * How many minions run at once: a number, or a share of them as `25%` or `%25`.
 *
 * A share of less than one minion is one, where it is more than none.
 *
 * @throws SaltError for what is neither, as the line tells it
 */
export function batchSize(
  batch: PyValue,
  minions: number,
  { leastSize, badSize }: Profile['batch'],
): number {
  const size = isShare(batch) ? shareOf(batch, minions) : integerOf(batch);
  if (size !== undefined && Number.isFinite(size)) return Math.max(leastSize, size);
  if (badSize === 'server error' || size !== undefined)
    throw new SaltError('other', 'the batch has no size');
  throw new SaltError(
    'SaltInvocationError',
    `Invalid batch specification ${repr(batch)}: must be an integer or percentage string like '10' or '25%'.`,
  );
}

function isShare(batch: PyValue): batch is string {
  return typeof batch === 'string' && batch.includes('%');
}

/** Python's `float` reads the number, undefined where it would not. */
function shareOf(batch: string, minions: number): number | undefined {
  const text = batch.replaceAll(/^%+|%+$/g, '').trim();
  if (/^[-+]?inf(?:inity)?$/i.test(text)) return Infinity;
  if (!/^[-+]?(?:\d+(?:_\d+)*\.?(?:\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)(?:[eE][-+]?\d+)?$/.test(text))
    return undefined;
  const share = (Number(text.replaceAll('_', '')) / 100) * minions;
  return share < 1 ? Math.ceil(share) : Math.trunc(share);
}
