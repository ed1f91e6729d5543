import type { Resources } from '../../../../schemas/generated/raas/resources.ts';
import { isoformat } from '../../../python/datetime.ts';
import { dateRange } from '../../date-range.ts';
import { holds, holdsAny, pageOf, type SortKey } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { futuresOf, type Future } from '../../schedules/futures.ts';
import { isAsked } from '../cmd/get-cmds.ts';
import { namedWork } from './schedule-row.ts';

type Arguments = Resources['schedule']['futures']['arguments'];

/** `schedule.futures`: when schedules are to run in the next eight weeks (raas §7). */
export function getFutures(raas: Raas, args: Arguments) {
  const range = dateRange(args.daterange, args.daterange_fmt);
  const rows = [...raas.schedules.values()].flatMap((schedule) => {
    const work = namedWork(raas, schedule);
    const isWanted =
      holdsAny(schedule.name, args.sched_names) &&
      holdsAny(work.job_name, args.job_names) &&
      holdsAny(work.tgt_name, args.tgt_names) &&
      isAsked(args.uuid, schedule.uuid) &&
      holds(work.fun, args.fun);
    if (!isWanted) return [];
    return futuresOf(raas, schedule, range)
      .filter(({ state }) => isInState(state, args))
      .map((future) => ({ future, work }));
  });
  const page = pageOf(rows, args, ({ future, work }, name) => sortKey(future, work, name));
  raas.futures.forget(raas.clock.now());
  return {
    count: page.count,
    results: page.results.map(({ future, work }) => ({
      uuid: raas.futures.uuidOf(future),
      sched_uuid: future.schedule.uuid,
      sched_name: future.schedule.name,
      ...work,
      start_time: isoformat(future.start),
      state: future.state,
    })),
  };
}

function isInState(state: Future['state'], { state: asked, state_invert }: Arguments): boolean {
  return asked === null || asked.includes(state) !== state_invert;
}

function sortKey(future: Future, work: ReturnType<typeof namedWork>, name: string): SortKey {
  if (name === 'start_time') return future.start;
  if (name === 'sched_name') return future.schedule.name;
  return name === 'state' ? future.state : work[name as keyof typeof work];
}

/**
 * `schedule.save_skip`: has schedules do nothing at times that `schedule.futures` told of, or do it
 * after all; answers with the uuids and what was said of them (raas §7).
 *
 * @throws RpcError where one is unknown: then nothing is changed
 */
export function saveSkip(
  { futures, schedules }: Raas,
  uuids: readonly string[],
  isSkipped: boolean,
): { uuids: string[]; skip: boolean } {
  const places = uuids.map((uuid) => {
    const future = futures.get(uuid);
    const schedule = schedules.get(future?.schedule_uuid ?? '');
    if (future === undefined || schedule === undefined)
      throw new RpcError('NotFound', `There is no future ${uuid}.`, { uuids: uuid });
    return { skips: schedule.skips, time: future.time };
  });
  for (const { skips, time } of places) {
    if (isSkipped) skips.add(time);
    else skips.delete(time);
  }
  return { uuids: [...uuids], skip: isSkipped };
}
