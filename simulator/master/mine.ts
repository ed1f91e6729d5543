import { str } from '../python/repr.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../python/value.ts';
import type { Master } from './master.ts';

/** The key that tells a value with an access rule from a plain one, as Salt writes it. */
const ACL_ID = '__saltmine_acl__';
const ACL_DATA = '__data__';

/** Who may get a value out of the mine: a target, of a type. */
export interface MineRule {
  readonly allow_tgt: PyValue;
  readonly allow_tgt_type: PyValue;
}

/** The salt mine: what minions have sent of themselves, for other minions to get (salt-core §9). */
export class Mine {
  readonly #byMinion = new Map<string, PyDict>();

  /** All that a minion has in the mine, by function. */
  of(id: string): PyDict {
    return this.#byMinion.get(id) ?? new Map();
  }

  /** Adds to what a minion has. */
  store(id: string, data: PyDict): void {
    this.#byMinion.set(id, new Map([...this.of(id), ...data]));
  }

  /** Forgets one function of a minion. */
  delete(id: string, fun: PyValue): void {
    if (fun === null || typeof fun !== 'object') this.of(id).delete(fun);
  }

  /** Forgets all of a minion. */
  flush(id: string): void {
    this.#byMinion.delete(id);
  }
}

/** A value as the mine keeps it: with a rule it is wrapped, together with the rule. */
export function underRule(value: PyValue, { allow_tgt, allow_tgt_type }: MineRule): PyValue {
  if (!isTruthy(allow_tgt)) return value;
  return dict({
    [ACL_DATA]: value,
    [ACL_ID]: 1,
    allow_tgt,
    ...(isTruthy(allow_tgt_type) && { allow_tgt_type }),
  });
}

/**
 * What the mine tells a minion, or the master under its own id, of the minions in a target.
 *
 * One function's values come by minion, those of several by function and then by minion; pillar is
 * matched exactly (seen on 3006.28, 3007.15 and 3008.3).
 */
export function getFromMine(
  master: Master,
  asker: string,
  wanted: { readonly tgt: PyValue; readonly fun: PyValue; readonly tgtType: string },
): PyDict {
  const { fun, tgt, tgtType } = wanted;
  const answer: PyDict = new Map();
  const functions = typeof fun === 'string' ? [...new Set(fun.split(','))] : fun;
  if (!Array.isArray(functions)) return answer;
  const isByFunction = Array.isArray(fun) || functions.length > 1;
  for (const id of master.minionsOf(
    tgt,
    tgtType.toLowerCase() === 'pillar' ? 'pillar_exact' : tgtType,
  ))
    for (const name of functions.map(str)) {
      const kept = master.mine.of(id).get(name);
      if (kept === undefined || !isAllowed(master, kept, asker)) continue;
      const byMinion = isByFunction ? (answer.get(name) ?? new Map()) : answer;
      if (isDict(byMinion)) byMinion.set(id, valueOf(kept));
      if (isByFunction) answer.set(name, byMinion);
    }
  return answer;
}

function hasRule(kept: PyValue): kept is PyDict {
  return isDict(kept) && kept.has(ACL_ID);
}

function valueOf(kept: PyValue): PyValue {
  return hasRule(kept) ? (kept.get(ACL_DATA) ?? null) : kept;
}

function isAllowed(master: Master, kept: PyValue, asker: string): boolean {
  if (!hasRule(kept) || !kept.has('allow_tgt')) return true;
  const type = str(kept.get('allow_tgt_type') ?? 'glob');
  return master.minionsOf(kept.get('allow_tgt') ?? null, type).includes(asker);
}
