import type { Job as JobMethods } from '../../../../schemas/generated/raas/job.ts';
import { accessOf } from '../../accounts/access.ts';
import { expectFreeName } from '../../accounts/accessible.ts';
import { expectInputs } from '../../jobs/expect-inputs.ts';
import type { JsonObject } from '../../json.ts';
import type { Call } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { isUuid, newUuid } from '../../uuid.ts';
import { expectTargetGroup } from '../../targets/target-groups.ts';
import { expectJob, storedJobs } from '../../jobs/stored-jobs.ts';

type Arguments = JobMethods['save_job']['arguments'];

/** What a job is called with that is given no arguments. */
const NO_ARGUMENTS: JsonObject = { arg: [], kwarg: {} };

/**
 * Saves a job and gives its uuid: that of the uuid, where there is one, else a new one, which gets
 * the uuid that was given. What is not given stays as it is.
 */
export function saveJob(call: Call<Arguments>): string {
  const { raas, caller, args } = call;
  const { job_uuid } = args;
  const isThere = job_uuid !== null && raas.jobs.has(job_uuid);
  const old = isThere ? expectJob(call, job_uuid, 'write') : undefined;
  if (job_uuid !== null && !isUuid(job_uuid)) throw invalid('job_uuid', 'is no uuid');
  const uuid = job_uuid ?? newUuid(raas.random);
  const cmd = expectGiven('cmd', args.cmd ?? old?.cmd);
  const job = {
    uuid,
    name: expectGiven('name', args.name ?? old?.name),
    desc: args.desc ?? old?.desc ?? '',
    cmd,
    tgt_uuid: args.tgt_uuid ?? old?.tgt_uuid ?? null,
    fun: expectGiven('fun', args.fun ?? old?.fun),
    arg: (args.arg as JsonObject | null) ?? old?.arg ?? NO_ARGUMENTS,
    masters: args.masters ?? (cmd === old?.cmd ? old.masters : []),
    access: old?.access ?? accessOf(caller),
  };
  expectFreeName(storedJobs(raas), job.name, uuid);
  if (cmd === 'local' && job.masters.length > 0)
    throw invalid('masters', 'are for what does not run on minions: cmd is local');
  if (args.tgt_uuid !== null) expectTargetGroup(call, args.tgt_uuid, 'read');
  expectInputs(job.arg);
  raas.jobs.set(uuid, job);
  return uuid;
}

function expectGiven<Value extends string>(parameter: string, value: Value | undefined): Value {
  if (value === undefined) throw invalid(parameter, 'is needed by a new job');
  return value;
}

function invalid(parameter: string, fault: string): RpcError {
  return new RpcError('InvalidRequest', `The job cannot be saved: ${parameter} ${fault}.`, {
    [parameter]: fault,
  });
}
