import { fnmatch } from '../../../python/fnmatch.ts';
import { PyTypeError } from '../../../python/type-error.ts';
import { typeName } from '../../../python/type-name.ts';
import { dict, isDict, isTruthy, type PyDict, type PyValue } from '../../../python/value.ts';
import { jidToTime } from '../../jid.ts';
import { cachedReturns, jobMetadata, type Job } from '../../job-cache.ts';

/** What every listing says of a job: what ran where, and for whom (salt-core §5.2). */
export function describeJob({ load }: Pick<Job, 'load'>): PyDict {
  const entry: PyDict = dict({
    Function: load.fun,
    Arguments: [...load.arg],
    Target: load.tgt,
    'Target-type': load.tgt_type,
    User: load.user,
  });
  const metadata = jobMetadata(load);
  if (metadata !== undefined) entry.set('Metadata', metadata);
  return entry;
}

/** A job in full: its description, minions, start time and returns; an unknown one has an `Error`. */
export function jobInFull(jid: string, job: Job | undefined): PyDict {
  const entry: PyDict =
    job === undefined
      ? dict({ Error: 'Cannot contact returner or no job with this jid' })
      : describeJob(job);
  if (job !== undefined && job.minions.length > 0)
    entry.set('Minions', [...job.minions].toSorted());
  entry.set('StartTime', jidToTime(jid));
  entry.set('Result', job === undefined ? new Map() : cachedReturns(job));
  return entry;
}

/** The filters of `jobs.list_jobs`; all that are given must match. */
export interface JobFilters {
  readonly metadata: PyValue;
  readonly fun: PyValue;
  readonly target: PyValue;
}

/** Whether a job's description passes the filters. */
export function passesFilters(entry: PyDict, { metadata, fun, target }: JobFilters): boolean {
  if (isTruthy(metadata) && !hasMetadata(entry.get('Metadata'), metadata)) return false;
  if (
    isTruthy(target) &&
    !listed(entry.get('Target') ?? null).some((name) => matchesAny(name, target))
  )
    return false;
  return !isTruthy(fun) || matchesAny(entry.get('Function') ?? null, fun);
}

/** @throws PyTypeError for metadata that Python cannot look a key up in: one such job spoils the filter */
function hasMetadata(metadata: PyValue | undefined, wanted: PyValue): boolean {
  if (metadata === undefined || !isDict(wanted) || wanted.size === 0) return false;
  if (!isDict(metadata) && !Array.isArray(metadata) && typeof metadata !== 'string')
    throw new PyTypeError(`argument of type '${typeName(metadata)}' is not iterable`);
  return isDict(metadata) && [...wanted].some(([key, value]) => metadata.get(key) === value);
}

function listed(value: PyValue): readonly PyValue[] {
  return Array.isArray(value) ? value : [value];
}

/**
 * A filter is a glob, a text with commas, or a list of globs.
 *
 * @throws PyTypeError for a name that is no text: one job with a list of functions spoils the filter (real-salt §4)
 */
function matchesAny(name: PyValue, filter: PyValue): boolean {
  const globs =
    typeof filter === 'string'
      ? filter.split(',').map((glob) => glob.trim())
      : listed(filter).map(String);
  if (typeof name !== 'string')
    throw new PyTypeError(`expected str, bytes or os.PathLike object, not ${typeName(name)}`);
  return globs.some((glob) => fnmatch(name, glob));
}
