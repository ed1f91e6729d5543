import { getAccess, saveAccess } from '../../accounts/access-payload.ts';
import type { Raas } from '../../raas.ts';
import type { Resource } from '../../rpc/resource.ts';
import { RpcError } from '../../rpc/rpc-error.ts';
import { getJobs } from './get-jobs.ts';
import { saveJob } from './save-job.ts';
import { expectJob, storedJobs } from '../../jobs/stored-jobs.ts';

/** The resource `job`: what was saved to be run again (raas §7). */
export const job: Resource<'job'> = {
  get_jobs: getJobs,
  save_job: saveJob,
  delete_job(call) {
    const { raas, args } = call;
    const { uuid } = expectJob(call, args.job_uuid, 'delete');
    const schedules = schedulesOf(raas, uuid);
    if (schedules.length > 0 && !args.force)
      throw new RpcError('FailedResourceDependency', `The job ${uuid} is scheduled.`, {
        schedules,
      });
    for (const schedule of schedules) raas.schedules.delete(schedule);
    raas.jobs.delete(uuid);
    return null;
  },
  get_job_access: (call) => getAccess(call, storedJobs(call.raas), call.args.job_uuid),
  save_job_access: (call) =>
    saveAccess(call, storedJobs(call.raas), call.args.job_uuid, call.args.access_payload),
};

/** The uuids of the schedules that run a job. */
function schedulesOf({ schedules }: Raas, job: string): string[] {
  return [...schedules.values()].filter(({ job_uuid }) => job_uuid === job).map(({ uuid }) => uuid);
}
