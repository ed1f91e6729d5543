import type { Trimmable } from '../trimming.ts';
import type { Schedule } from './schedule.ts';

/** Schedules, as `admin.trim_database` takes away those that were over by then (raas §7). */
export function trimmableSchedules(schedules: Map<string, Schedule>): Trimmable {
  return {
    trim(before, test) {
      const over = [...schedules.values()].filter(({ times }) => times(before) === undefined);
      if (!test) for (const { uuid } of over) schedules.delete(uuid);
      return over.length;
    },
  };
}
