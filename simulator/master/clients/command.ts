import { PyException } from '../../python/exception.ts';
import { carried } from '../../python/msgpack.ts';
import { str } from '../../python/repr.ts';
import { getOr, isDict, type PyDict, type PyValue } from '../../python/value.ts';
import { isJid } from '../jid.ts';
import type { Command } from '../publish.ts';
import { SaltError, UNHANDLED_LOAD } from '../salt-error.ts';
import { withKwargs } from '../with-kwargs.ts';

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
 * A `tgt_type` that is no text is passed on: it names nobody, as an unknown one does.
 *
 * @throws SaltError where `tgt` or `fun` is missing, or a text has no UTF-8: to the client a plain 500
 */
export function commandOf(chunk: PyDict, resolveNodegroups: (target: PyValue) => PyValue): Command {
  const tgt = required(chunk, 'tgt');
  const fun = required(chunk, 'fun');
  if (fun === null || (typeof fun !== 'string' && typeof fun !== 'object'))
    throw new SaltError('other', UNHANDLED_LOAD);
  const jid = chunk.get('jid') ?? '';
  if (typeof jid !== 'string') throw new SaltError('other', 'jid must be text');
  const tgtType = str(getOr(chunk, 'tgt_type', 'glob'));
  const kwargs: PyDict = new Map([...chunk].filter(([key]) => !OWN_KEYS.has(key)));
  const isNodegroup = tgtType === 'nodegroup';
  if (isNodegroup && tgt === '') throw new SaltError('other', 'a nodegroup must have a name');
  const isCompound = isNodegroup || tgtType === 'compound';
  return {
    tgt: isNodegroup
      ? resolveNodegroups([`N@${str(tgt)}`])
      : isCompound
        ? resolveNodegroups(tgt)
        : sent(tgt),
    fun,
    arg: conditionArguments(chunk.get('arg') ?? [], chunk.get('kwarg')),
    tgt_type: isNodegroup ? 'compound' : tgtType,
    ret: chunk.get('ret') ?? '',
    jid,
    kwargs,
  };
}

/** @throws SaltError where the chunk lacks the key */
export function required(chunk: PyDict, key: string): PyValue {
  const value = chunk.get(key);
  if (value === undefined)
    throw new SaltError('other', `cmd() missing 1 required positional argument: '${key}'`);
  return value;
}

/** Integers that read like a jid travel as texts; keyword arguments travel as a last dict. */
export function conditionArguments(arg: PyValue, kwarg: PyValue | undefined): PyValue[] {
  if (!Array.isArray(arg)) throw new SaltError('other', 'arg must be iterable');
  const args = arg.map((value) => {
    const isInteger =
      typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value));
    return isInteger && isJid(String(value)) ? String(value) : value;
  });
  return withKwargs(args, isDict(kwarg) ? kwarg : new Map()).map(sent);
}

/** A value as the master receives it from its client library. */
function sent(value: PyValue): PyValue {
  try {
    return carried(value);
  } catch (error) {
    if (!(error instanceof PyException)) throw error;
    throw new SaltError('other', error.message);
  }
}
