import type { Master } from '../../master/master.ts';
import type { PyValue } from '../../python/value.ts';
import type { TargetExpression } from './target-group.ts';

/** A target as a master publishes to it: nodegroups are spelled out, as Salt's client library does. */
export function saltTarget(
  master: Master,
  { tgt, tgt_type }: TargetExpression,
): { tgt: PyValue; tgt_type: string } {
  if (tgt_type === 'node')
    return { tgt: master.resolveNodegroups([`N@${tgt}`]), tgt_type: 'compound' };
  return { tgt: tgt_type === 'compound' ? master.resolveNodegroups(tgt) : tgt, tgt_type };
}
