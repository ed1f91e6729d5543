import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { policiesOf, policyFields, savePolicy, type PolicyResource } from './policies.ts';
import { expectError } from './refusals.ts';
import { TOLD_BY_NAMES } from './told-by-names.ts';
import { inferred } from './inferred.ts';

const TOLD = {
  ...TOLD_BY_NAMES,
  needs: ['writes', 'superuser'],
} as const;

const NEEDS = { needs: ['writes', 'superuser'] } as const;

/** Declares what is required of the schedules of policies of `sec` and of `vman` alike. */
export function requireSchedules(resource: PolicyResource): void {
  requirement(
    `raas.${resource}.policy-schedule`,
    {
      ...TOLD,
      text: `A schedule that a policy of ${resource} is saved with is listed with it and has a uuid; without one both are null.`,
    },
    async ({ target }) => {
      const schedule = { days: 30, timezone: 'UTC', after: '2099-01-01T00:00:00' };
      const [without] = await policiesOf(target, resource, await savePolicy(target, resource));
      expect(without).toMatchObject({ schedule: null, schedule_uuid: null });
      const uuid = await savePolicy(target, resource, { schedule });
      const [found] = await policiesOf(target, resource, uuid);
      expect(found?.schedule).toMatchObject({ days: 30 });
      expect(found?.schedule_uuid).toEqual(expect.any(String));
    },
  );

  requirement(
    `raas.${resource}.policy-wrong-schedule`,
    {
      ...inferred('the schema of the method allows nothing else'),
      ...NEEDS,
      text: `${resource}.save_policy refuses a schedule with what schedules have not, or of less than a minute.`,
    },
    async ({ target }) => {
      const fields = await policyFields(target, resource);
      for (const schedule of [{ saltproof: 1 }, { seconds: 1 }, 'daily'])
        expectError(await target.rpc(resource, 'save_policy', { ...fields, schedule }));
    },
  );

  requirement(
    `raas.${resource}.policy-scheduled`,
    {
      ...inferred('what a schedule is for'),
      needs: ['writes', 'superuser', 'tellable clock'],
      text: `A policy of ${resource} with a schedule is assessed when its time has come, and not any more once it was deleted.`,
    },
    async ({ target }) => {
      const policy_uuid = await savePolicy(target, resource, { schedule: { minutes: 10 } });
      const runs = async (): Promise<number> =>
        (await target.reply(resource, 'get_policy_run_history', { policy_uuid })).count;
      expect(await runs()).toBe(0);
      await target.passes(1210);
      expect(await runs()).toBeGreaterThanOrEqual(2);
      const [policy] = await policiesOf(target, resource, policy_uuid);
      expect(policy?.last_assess_jid).toMatch(/^\d{20}$/);
      const uuid = String(policy?.schedule_uuid);
      const scheduled = async (): Promise<number> =>
        (await target.reply('schedule', 'get', { uuid })).count;
      expect(await scheduled()).toBe(1);
      await target.reply(resource, 'delete_policy', { policy_uuid });
      expect(await scheduled()).toBe(0);
    },
  );
}
