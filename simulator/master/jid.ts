import { isoformat } from '../python/datetime.ts';
import { MasterFunctionError } from './clients/master-function-error.ts';
import type { Clock } from './clock.ts';

/** A new job id: the UTC time of now as 20 digits, `YYYYMMDDhhmmssffffff` (salt-core §1). */
export function newJid(clock: Clock): string {
  const now = clock.now();
  const fraction = String(now % 1_000_000).padStart(6, '0');
  return isoformat(now - (now % 1_000_000)).replace(/[-:T]/g, '') + fraction;
}

/** Whether Salt takes the text for a job id: 20 digits, or those with `_` and a process id after them. */
export function isJid(text: string): boolean {
  return /^\d{20}(_.+)?$/s.test(text);
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/**
 * The start time that a job id spells, `2024, Jan 02 03:04:05.678901`; empty where it has not the
 * length of one.
 *
 * @throws MasterFunctionError for a month that is no number, or above 12, as Salt fails on it
 */
export function jidToTime(jid: string): string {
  if (jid.length !== 20 && !(jid.length > 21 && jid[20] === '_')) return '';
  const month = jid.slice(4, 6);
  if (!/^\d\d$/.test(month)) {
    const text = `invalid literal for int() with base 10: '${month}'`;
    throw new MasterFunctionError('ValueError', text);
  }
  const name = Number(month) === 0 ? '' : MONTHS[Number(month) - 1];
  if (name === undefined) throw new MasterFunctionError('IndexError', 'list index out of range');
  const time = `${jid.slice(8, 10)}:${jid.slice(10, 12)}:${jid.slice(12, 14)}.${jid.slice(14, 20)}`;
  return `${jid.slice(0, 4)}, ${name} ${jid.slice(6, 8)} ${time}`;
}
