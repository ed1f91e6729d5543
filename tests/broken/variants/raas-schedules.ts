import type { Raas } from '../../../simulator/raas/raas.ts';
import type { Variant } from '../variant.ts';
import { type Misread, of, raasVariants, type Spoilt } from './raas-rows.ts';

const HOUR = 3_600_000_000;

/** What is wrong with schedules, by what is done to RaaS and who must notice. */
const ROWS: readonly Spoilt[] = [
  [
    'schedules are forgotten',
    ({ schedules }) => void (schedules.set = () => schedules),
    'raas.schedule.save-get',
    'raas.schedule.names',
    'raas.schedule.upsert',
    'raas.schedule.texts',
  ],
  [
    'a schedule that was removed stays',
    ({ schedules }) => void (schedules.delete = () => true),
    'raas.schedule.remove',
  ],
  [
    'schedules never run',
    ({ scheduler }) => void (scheduler.plan = () => undefined),
    'raas.schedule.fires',
    'raas.schedule.skips',
  ],
  [
    'schedules run an hour late',
    (raas) =>
      onSchedule(raas, (schedule) => ({
        ...schedule,
        times: (after) => {
          const time = schedule.times(after - HOUR);
          return time === undefined ? undefined : time + HOUR;
        },
      })),
    'raas.schedule.daily',
    'raas.schedule.cron',
    'raas.schedule.zone',
    'raas.schedule.weekly',
    'raas.schedule.once',
  ],
  [
    'schedules run once',
    (raas) =>
      onSchedule(raas, (schedule) => ({
        ...schedule,
        times: (after) => {
          const first = schedule.times(0);
          return first !== undefined && first > after ? first : undefined;
        },
      })),
    'raas.schedule.futures',
    'raas.schedule.horizon',
    'raas.schedule.fires',
  ],
  [
    'no time is skipped',
    (raas) =>
      onSchedule(raas, (schedule) => {
        const skips = new Set<number>();
        skips.add = () => skips;
        return { ...schedule, skips };
      }),
    'raas.schedule.skip',
    'raas.schedule.skips',
  ],
  [
    'every schedule is enabled',
    (raas) => onSchedule(raas, (schedule) => ({ ...schedule, enabled: true })),
    'raas.schedule.disabled',
  ],
];

/** What is not understood of calls about schedules, by what is taken for them and who must notice. */
const CALLS: readonly Misread[] = [
  [
    'time zones are passed over',
    of('save', ({ schedule, ...given }) => ({ ...given, schedule: withoutZone(schedule) })),
    'raas.schedule.zone',
  ],
  [
    'what is to be deleted of a schedule stays',
    of('update', (given) => ({ ...given, delete_fields: null })),
    'raas.schedule.delete-fields',
  ],
];

/** RaaS that runs schedules badly. */
export const RAAS_SCHEDULES: readonly Variant[] = raasVariants(ROWS, CALLS);

function withoutZone(schedule: unknown): unknown {
  return { ...(schedule as object), timezone: 'UTC' };
}

type Schedule = Parameters<Raas['scheduler']['plan']>[0];

/** Keeps, and plans, another schedule than the one that was saved. */
function onSchedule({ schedules, scheduler }: Raas, change: (schedule: Schedule) => Schedule) {
  const set = schedules.set.bind(schedules);
  const plan = scheduler.plan.bind(scheduler);
  schedules.set = (uuid, schedule) => set(uuid, change(schedule));
  scheduler.plan = ({ uuid }) => {
    const changed = schedules.get(uuid);
    if (changed !== undefined) plan(changed);
  };
}
