import type { Job as JobMethods } from '../../../../schemas/generated/raas/job.ts';
import { authMetadata } from '../../accounts/access.ts';
import { readable } from '../../accounts/accessible.ts';
import { expectMayAskByRole } from '../../accounts/by-role.ts';
import type { Job } from '../../jobs/job.ts';
import { holds, pageOf } from '../../paging.ts';
import type { Raas } from '../../raas.ts';
import type { Call } from '../../rpc/resource.ts';
import { storedJobs } from '../../jobs/stored-jobs.ts';

type Arguments = JobMethods['get_jobs']['arguments'];
type Reply = JobMethods['get_jobs']['reply'];

/** Gives the jobs that a caller may read, all or some. */
export function getJobs(call: Call<Arguments>): Reply {
  const { raas, caller, args } = call;
  expectMayAskByRole(raas.accounts, caller, args.role_uuid);
  const jobs = readable(call, storedJobs(raas)).filter((job) => isWanted(job, args));
  const { count, results } = pageOf(jobs, args, sortKey);
  return { count, limit: args.limit, results: results.map((job) => shown(raas, job)) };
}

function isWanted(job: Job, wanted: Arguments): boolean {
  const { job_uuid, name, desc, cmd, tgt_uuid, role_uuid, fun, masters } = wanted;
  return (
    (job_uuid === null || job.uuid === job_uuid) &&
    holds(job.name, name) &&
    holds(job.desc, desc) &&
    (cmd === null || job.cmd === cmd) &&
    (fun === null || job.fun === fun) &&
    (tgt_uuid === null ||
      job.tgt_uuid === tgt_uuid ||
      (job.tgt_uuid === null && wanted.include_no_tgt_jobs === true)) &&
    (role_uuid === null || job.access.roles.has(role_uuid)) &&
    (masters === null || masters.some((master) => job.masters.includes(master)))
  );
}

function sortKey({ name, desc, cmd, fun }: Job, by: string): string {
  return { name, desc, cmd, fun }[by] ?? name;
}

function shown({ accounts, targets }: Raas, job: Job): Reply['results'][number] {
  const { access, ...told } = job;
  const target = job.tgt_uuid === null ? undefined : targets.groups.get(job.tgt_uuid);
  return {
    ...told,
    masters: [...job.masters],
    metadata: { auth: authMetadata(accounts, access) },
    tgt_name: target?.name ?? null,
  };
}
