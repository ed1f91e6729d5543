import type { Random } from '../../master/random.ts';
import type { Schedule } from './schedule.ts';

const SECOND = 1_000_000;

/** When a schedule really runs that is to run at a time: as much later as its splay says, the same whenever it is asked. */
export function splayed({ uuid, schedule: { splay } }: Schedule, time: number, random: Random) {
  if (splay === undefined) return time;
  const { start = 0, end } = splay;
  const span = Math.max(0, end - start);
  const own = span === 0 ? 0 : random.named(`splay ${uuid} ${time}`).below(span + 1);
  return time + (start + own) * SECOND;
}
