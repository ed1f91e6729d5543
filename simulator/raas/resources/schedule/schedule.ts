import type { Resource } from '../../rpc/resource.ts';
import { getFutures, saveSkip } from './futures.ts';
import { getSchedules } from './get-schedules.ts';
import { getInflight, searchHistory } from './history.ts';
import { findSchedule, saveSchedule, updateSchedule } from './save.ts';

/** The resource `schedule`: what RaaS runs by itself at its times (raas §7). */
export const schedule: Resource<'schedule'> = {
  futures: ({ raas, args }) => getFutures(raas, args),
  get: ({ raas, args }) => getSchedules(raas, args),
  get_inflight: ({ raas, args }) => getInflight(raas, args),
  remove({ raas, args: { uuid } }) {
    findSchedule(raas, uuid);
    return raas.schedules.delete(uuid);
  },
  save: ({ raas, caller, args }) => saveSchedule(raas, caller, args),
  save_skip: ({ raas, args }) => saveSkip(raas, args.uuids ?? [], args.skip ?? false),
  search_history: ({ raas, args }) => searchHistory(raas, args),
  update: ({ raas, caller, args }) => updateSchedule(raas, caller, args),
};
