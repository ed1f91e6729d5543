import type { RaasTarget } from '../target/raas/raas-target.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The uuid of the target of all minions on every RaaS. */
export const ALL_MINIONS = '7f93b928-388b-11e6-b133-346895ecb8f3';

/** A target that matches nobody, so that nothing runs. */
export const NOBODY = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };

/** Times that no run lives to see. */
export const FAR_AWAY = { after: '2099-01-01T00:00:00', hours: 24, timezone: 'UTC' };

/** What a schedule is saved with, unless told otherwise. */
export function fieldsOf(target: RaasTarget, fields: Fields): Fields {
  const standard = { name: target.unique('schedule'), schedule: FAR_AWAY, enabled: true };
  const isWork = 'job_uuid' in fields || 'fun' in fields;
  const isPlace = 'tgt' in fields || 'tgt_uuid' in fields;
  return {
    ...standard,
    ...(!isWork && { cmd: 'local', fun: 'test.ping' }),
    ...(!isPlace && { tgt: NOBODY }),
    ...fields,
  };
}

/** Saves a schedule that is taken away at the end, and gives its uuid. */
export function saved(target: RaasTarget, fields: Fields = {}): Promise<string> {
  return target.save('schedule', 'save', fieldsOf(target, fields));
}

/** The schedules of a uuid that fit filters. */
export async function schedulesOf(target: RaasTarget, uuid: string, filters: Fields = {}) {
  return (await target.reply('schedule', 'get', { uuid, ...filters })).results;
}

/** The times to come of a schedule, the next first. */
export async function futuresOf(target: RaasTarget, uuid: string, filters: Fields = {}) {
  return target.reply('schedule', 'futures', { uuid, ...filters });
}
