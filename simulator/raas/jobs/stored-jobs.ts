import type { AccessType } from '../accounts/access.ts';
import { expectAccessible, type AccessibleKind } from '../accounts/accessible.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Job } from './job.ts';
import type { Raas } from '../raas.ts';

/** The jobs of a RaaS, as callers name them. */
export function storedJobs(raas: Raas): AccessibleKind<Job> {
  return { name: 'job', parameter: 'job_uuid', stored: raas.jobs };
}

/**
 * The job of a uuid, where the caller may do this with it.
 *
 * @throws RpcError NotFound, PermissionDenied
 */
export function expectJob(
  call: { readonly raas: Raas; readonly caller: Caller },
  uuid: string | null,
  type: AccessType,
): Job {
  return expectAccessible(call, storedJobs(call.raas), uuid, type);
}
