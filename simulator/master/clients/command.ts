import { str } from '../../python/repr.ts';
import { type PyDict, type PyValue } from '../../python/value.ts';
import { isJid } from '../jid.ts';
import { kwargDict, type Command } from '../publish.ts';
import { SaltError } from '../salt-error.ts';

/** The keys of a chunk that are not passed on as keyword arguments of the publish. */
const OWN_KEYS = new Set<PyValue>([
  'tgt',
  'fun',
  'arg',
  'tgt_type',
  'ret',
  'jid',
  'kwarg',
  'timeout',
  'full_return',
]);

/**
 * The command of a chunk for the local family (salt-core §3.2, §3.3).
 *
 * Nodegroups are spelled out before the publish, so jobs and events show a compound target.
 *
 * @throws SaltError where `tgt` or `fun` is missing: Python's TypeError, a plain 500
 */
export function commandOf(chunk: PyDict, resolveNodegroups: (target: PyValue) => PyValue): Command {
  const tgt = required(chunk, 'tgt');
  const fun = required(chunk, 'fun');
  const tgtType = chunk.get('tgt_type') ?? 'glob';
  if (typeof tgtType !== 'string') throw new SaltError('other', 'tgt_type must be a string');
  const kwargs: PyDict = new Map([...chunk].filter(([key]) => !OWN_KEYS.has(key)));
  const isNodegroup = tgtType === 'nodegroup';
  const isCompound = isNodegroup || tgtType === 'compound';
  return {
    tgt: isNodegroup
      ? resolveNodegroups(`N@${str(tgt)}`)
      : isCompound
        ? resolveNodegroups(tgt)
        : tgt,
    fun,
    arg: conditionArguments(chunk.get('arg') ?? [], chunk.get('kwarg')),
    tgt_type: isNodegroup ? 'compound' : tgtType,
    ret: chunk.get('ret') ?? '',
    jid: chunk.get('jid') ?? '',
    kwargs,
  };
}

function required(chunk: PyDict, key: string): PyValue {
  const value = chunk.get(key);
  if (value === undefined)
    throw new SaltError('other', `cmd() missing 1 required positional argument: '${key}'`);
  return value;
}

/** Integers that read like a jid travel as texts; keyword arguments travel as a last dict. */
function conditionArguments(arg: PyValue, kwarg: PyValue | undefined): PyValue[] {
  if (!Array.isArray(arg)) throw new SaltError('other', 'arg must be iterable');
  const args = arg.map((value) => {
    const isInteger =
      typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
    return isInteger && isJid(String(value)) ? String(value) : value;
  });
  const keywords = kwargDict(kwarg);
  return keywords === undefined ? args : [...args, keywords];
}

/** A time-out of a chunk in seconds, an int or the text of one; anything else gives the master's. */
export function secondsOf(value: PyValue | undefined, standard: number): number {
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && /^\s*[+-]?\d+\s*$/.test(value)) return Number(value);
  return standard;
}
