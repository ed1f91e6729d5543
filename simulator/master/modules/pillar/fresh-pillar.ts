import { isDict, isTruthy, type PyDict } from '../../../python/value.ts';
import { overlaid } from '../../overlaid.ts';
import type { ExecutionCall } from '../function.ts';
import { masked } from './masked.ts';
import { given } from '../arguments/given.ts';

/** The only pillar environment there is. */
const BASE = 'base';

/**
 * The pillar as the master makes it for a call: that of the environment `pillarenv`, under and over
 * the values that the call brings (pillar/__init__.py compile_pillar, 3006.28 to 3008.3).
 */
export function freshPillar(call: ExecutionCall): PyDict {
  const environment = given(call, 'pillarenv');
  const brought = given(call, 'pillar');
  const isElsewhere = isTruthy(environment) && environment !== BASE;
  call.master.minionCache.renew(call.minion.id);
  const own: PyDict = isElsewhere ? new Map() : call.minion.pillar;
  return isDict(brought) ? overlaid(overlaid(brought, own), brought) : own;
}

/**
 * The pillar that values are looked up in: the minion's own, or a fresh one where the call names an
 * environment. A line that masks pillar gives it away masked for good then.
 */
export function pillarAtHand(call: ExecutionCall): PyDict {
  const isNamed = ['pillarenv', 'saltenv'].some((name) => given(call, name) !== null);
  if (!isNamed) return call.minion.pillar;
  const fresh = freshPillar(call);
  return call.master.profile.masksPillar ? masked(fresh) : fresh;
}
