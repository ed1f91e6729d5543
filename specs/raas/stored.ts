import { expect } from '@playwright/test';
import { NotVerified } from '../not-verified.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';

type Fields = Readonly<Record<string, unknown>>;

/** The uuid of the target of all minions on every RaaS (PSSaltStackConfig, sse_api_samples). */
export const ALL_MINIONS = '7f93b928-388b-11e6-b133-346895ecb8f3';

/** A uuid that nothing has. */
export const NO_UUID = '00000000-0000-4000-8000-000000000000';

/** A target that matches nobody. */
export const NOBODY = { '*': { tgt: 'saltproof-nobody', tgt_type: 'glob' } };

/** Saves a target group that is taken away at the end, and gives its uuid. */
export function saveTarget(target: RaasTarget, fields: Fields = {}): Promise<string> {
  const standard = { name: target.unique('target'), desc: '', tgt: NOBODY };
  return target.save('tgt', 'save_target_group', { ...standard, ...fields });
}

/** Saves a job that nobody runs and that is taken away at the end, and gives its uuid. */
export function saveJob(target: RaasTarget, fields: Fields = {}): Promise<string> {
  const standard = {
    name: target.unique('job'),
    desc: '',
    cmd: 'local',
    fun: 'test.ping',
    arg: { arg: [], kwarg: {} },
    tgt_uuid: ALL_MINIONS,
  };
  return target.save('job', 'save_job', { ...standard, ...fields });
}

/**
 * Saves a pillar that is taken away at the end, and gives its uuid.
 *
 * @throws NotVerified where the server knows no pillars of the type: which there are nobody says
 */
export async function savePillar(target: RaasTarget, fields: Fields = {}): Promise<string> {
  const standard = { name: target.unique('pillar'), pillar: { a: 1 }, pillar_type: 'json' };
  const { ret, error } = await target.rpc('pillar', 'save_pillar', { ...standard, ...fields });
  if (JSON.stringify(error).includes('pillar_type'))
    throw new NotVerified('needs a server that has pillars of the type json');
  expect(error).toBe(null);
  const pillar_uuid = target.expectReply('pillar', 'save_pillar', ret);
  target.undo({ resource: 'pillar', method: 'delete_pillar', given: { pillar_uuid } });
  return pillar_uuid;
}

/** The target groups that fit filters; all of them, not a page. */
export async function targetsWith(target: RaasTarget, filters: Fields) {
  return (await target.reply('tgt', 'get_target_group', { limit: 0, ...filters })).results;
}

/** The jobs that fit filters. */
export async function jobsWith(target: RaasTarget, filters: Fields) {
  return (await target.reply('job', 'get_jobs', { limit: 0, ...filters })).results;
}

/** The pillars that fit filters. */
export async function pillarsWith(target: RaasTarget, filters: Fields) {
  return (await target.reply('pillar', 'get_pillars', { limit: 0, ...filters })).results;
}
