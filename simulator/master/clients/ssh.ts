import { isIP } from 'node:net';
import { repr, str } from '../../python/repr.ts';
import { dict, getOr, isDict, isTruthy, type PyDict, type PyValue } from '../../python/value.ts';
import { authenticationFailure, type Caller } from '../eauth/eauth.ts';
import { allowsLocalCall, ruleTargets } from '../eauth/local-permission.ts';
import { newJid } from '../jid.ts';
import type { Master } from '../master.ts';
import { SaltError } from '../salt-error.ts';
import { conditionArguments, required } from './command.ts';

/**
 * `ssh`: salt-ssh on a master without a roster, as one is that nobody has set up for it: an empty
 * dict, whoever is targeted, and a job without minions in the job cache (seen on 3006.28,
 * 3007.15 and 3008.3).
 *
 * @throws SaltError `EauthAuthenticationError` for whoever may not; `other`, a plain 500, for a
 * target that is no text or a host on the network, and for a time-out that is text
 */
export function ssh(master: Master, chunk: PyDict): PyValue {
  const { rules } = identify(master, chunk);
  const tgt = required(chunk, 'tgt');
  const fun = required(chunk, 'fun');
  const given = chunk.get('arg') ?? [];
  expectRights(master, rules, { tgt, fun, given, chunk });
  if (typeof tgt !== 'string' || isHost(tgt)) throw new SaltError('other', 'no roster has it');
  if (typeof chunk.get('timeout') === 'string' && isTruthy(chunk.get('timeout')))
    throw new SaltError('other', 'a time-out is a number');
  const arg = conditionArguments(given, chunk.get('kwarg'));
  const asked = getOr(chunk, 'jid', null);
  const jid = isTruthy(asked) ? str(asked) : newJid(master.clock);
  const tgt_type = str(getOr(chunk, 'tgt_type', null) ?? 'glob');
  master.jobs.add(jid, { fun, arg, tgt, tgt_type, user: master.config.user }, []);
  return new Map();
}

/** Salt puts the whole error, a dict, where other clients have its message. */
function identify(master: Master, chunk: PyDict): Caller {
  try {
    if (chunk.has('token') && !master.profile.sshFindsTokens)
      throw new SaltError('TokenAuthenticationError', authenticationFailure('token'));
    return master.eauth.identify(chunk);
  } catch (error) {
    if (!(error instanceof SaltError) || error.kind === 'other') throw error;
    const { kind: name, message } = error;
    throw new SaltError('EauthAuthenticationError', repr(dict({ name, message })));
  }
}

/** Rights are those of `local`, over the minions that the target names although none of them is asked. */
function expectRights(
  master: Master,
  rules: Caller['rules'],
  { tgt, fun, given, chunk }: { tgt: PyValue; fun: PyValue; given: PyValue; chunk: PyDict },
): void {
  const more = getOr(chunk, 'kwargs', new Map());
  if (!isDict(more)) throw new SaltError('other', 'kwargs has no get');
  const type = str(getOr(chunk, 'tgt_type', 'glob'));
  const { minions } = master.match(tgt, type, getOr(more, 'delimiter', ':'));
  const isAllowed = allowsLocalCall(rules, { fun, arg: given, minions }, ruleTargets(master));
  if (!isAllowed) throw new SaltError('EauthAuthenticationError', 'Authorization error occurred.');
}

/** Whether salt-ssh would find a host of that name or address, and then fail for want of a roster. */
function isHost(name: string): boolean {
  return name === 'localhost' || isIP(name) !== 0 || /^\d+(?:\.\d+){0,3}$/.test(name);
}
