import { isObject } from '../json.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import type { Target, TargetExpression } from './target-group.ts';

/** The types of targets, in lower case alone (raas §6). */
export const TARGET_TYPES = [
  'glob',
  'grain',
  'grain_pcre',
  'pillar',
  'pillar_pcre',
  'list',
  'ipcidr',
  'pcre',
  'node',
  'compound',
] as const;

/** What stands for every master. */
const EVERY_MASTER = '*';

/**
 * A target as a client gave it, held against what one is: an expression and its type for each
 * master, or one for all of them under `*` alone (raas §6).
 *
 * @param standard the type of an expression that names none
 * @throws RpcError InvalidRequest
 */
export function expectTarget(
  tgt: Readonly<Record<string, unknown>>,
  standard?: (typeof TARGET_TYPES)[number],
): Target {
  const masters = Object.keys(tgt);
  if (masters.length === 0) throw refused('names no master');
  if (masters.length > 1 && masters.includes(EVERY_MASTER))
    throw refused(`names masters beside ${EVERY_MASTER}, which stands for all of them`);
  const entries = Object.entries(tgt).map(([master, expression]): [string, TargetExpression] => {
    if (!isObject(expression)) throw refused(`is no object at ${master}`);
    const { tgt: wanted, tgt_type = standard } = expression;
    if (typeof wanted !== 'string') throw refused(`has no expression at ${master}.tgt`);
    const type = TARGET_TYPES.find((known) => known === tgt_type);
    if (type === undefined)
      throw refused(`has at ${master}.tgt_type none of ${TARGET_TYPES.join(', ')}`);
    return [master, { tgt: wanted, tgt_type: type }];
  });
  return Object.fromEntries(entries);
}

function refused(fault: string): RpcError {
  return new RpcError('InvalidRequest', `The target cannot be used: it ${fault}.`, { tgt: fault });
}
