import { str } from '../python/repr.ts';
import type { PyDict, PyValue } from '../python/value.ts';
import { newJid } from './jid.ts';
import { cachedReturn } from './job-cache.ts';
import type { Master } from './master.ts';
import { fireStateErrors } from './minion/state-errors.ts';

/** The jid by which a minion asks for one, and the one by which it asks for none to be kept. */
const ASKS = 'req';
const UNKEPT = 'nocache';

/**
 * Takes in what a minion returns of a job that no master published: the job gets a jid of the
 * master's, is kept like any other, and its event tells of it (Salt, utils.job; seen on 3006.28,
 * 3007.15 and 3008.3).
 */
export function takeReturn(master: Master, load: PyDict): void {
  const id = str(load.get('id') ?? null);
  const asks = load.get('jid') === ASKS;
  const arg = load.get('fun_args') ?? [];
  if (asks) {
    load.set('arg', arg);
    load.set('tgt_type', 'glob');
    load.set('tgt', id);
    load.set('jid', newJid(master.clock));
  }
  const jid = str(load.get('jid') ?? null);
  master.events.fire(`salt/job/${jid}/ret/${id}`, load);
  const stored = fireStateErrors(master.events, load);
  if (jid === UNKEPT) return;
  const get = (key: string, standard: PyValue): PyValue => load.get(key) ?? standard;
  const metadata = load.get('metadata');
  master.jobs.add(
    jid,
    {
      fun: get('fun', null),
      arg: asks && Array.isArray(arg) ? arg : [],
      tgt: get('tgt', 'unknown-target'),
      tgt_type: str(get('tgt_type', 'list')),
      user: get('user', 'root'),
      ...(metadata !== undefined && { metadata }),
    },
    asks ? [id] : [],
  );
  master.jobs.addReturn(jid, id, cachedReturn(stored));
}
