import { parseDate } from '../../../python/dates/dateutil.ts';
import { str } from '../../../python/repr.ts';
import { dict, isDict, pick, type PyDict } from '../../../python/value.ts';
import { MinionError } from '../minion-error.ts';

const INTERVALS = ['seconds', 'minutes', 'hours', 'days'];

/** What a job has at its end where it is given, in the order in which a minion puts it there. */
const REST = [
  'splay',
  'range',
  'when',
  'once',
  'once_fmt',
  'cron',
  'returner',
  'after',
  'return_config',
  'return_kwargs',
  'until',
  'run_on_start',
  'skip_during_range',
];

const EXCLUSIVE = 'Unable to use "seconds", "minutes", "hours", or "days" with ';

/** The complaint of `schedule.add` and `modify` about options that exclude each other, if there are any. */
export function conflictIn(kwargs: PyDict, others: string): string | undefined {
  if (hasTimeConflict(kwargs)) return `Error: ${EXCLUSIVE}${others}.`;
  if (kwargs.has('when') && kwargs.has('cron'))
    return 'Unable to use "when" and "cron" options together.  Ignoring.';
  return undefined;
}

function hasTimeConflict(kwargs: PyDict): boolean {
  const isAtTimes = kwargs.has('when') || kwargs.has('cron');
  return isAtTimes && INTERVALS.some((interval) => kwargs.has(interval));
}

/**
 * A job as the schedule keeps it, with its defaults; or a refusal, whose `result` is false.
 *
 * @throws MinionError KeyError without a function
 */
export function scheduleItem(name: string, kwargs: PyDict): PyDict {
  if (name === '') return refusal('Job name is required.');
  const fun = kwargs.get('function');
  if (fun === undefined) throw new MinionError('Exception', "'function'", 'KeyError');
  if (hasTimeConflict(kwargs)) return refusal(`${EXCLUSIVE}"when" or "cron" options.`);
  if (kwargs.has('when') && kwargs.has('cron'))
    return refusal('Unable to use "when" and "cron" options together.  Ignoring.');
  const args = kwargs.get('job_args');
  if (args !== undefined && !Array.isArray(args))
    return refusal('job_args is not a list. please correct and try again.');
  const named = kwargs.get('job_kwargs');
  if (named !== undefined && !isDict(named))
    return refusal('job_kwargs is not a dict. please correct and try again.');
  const when = kwargs.get('when') ?? [];
  for (const time of Array.isArray(when) ? when : [when])
    if (parseDate(str(time), 0) === undefined)
      return refusal(`Schedule item ${str(time)} for "when" in invalid.`);
  return new Map([
    ...dict({ function: fun }),
    ...pick(kwargs, [...INTERVALS, 'return_job', 'metadata']),
    ...dict({ ...(args !== undefined && { args }), ...(named !== undefined && { kwargs: named }) }),
    ...dict({
      maxrunning: kwargs.get('maxrunning') ?? 1,
      name: kwargs.get('name') ?? name,
      enabled: kwargs.get('enabled') ?? true,
      jid_include: kwargs.get('jid_include') ?? true,
    }),
    ...pick(kwargs, REST),
  ]);
}

function refusal(comment: string): PyDict {
  return dict({ comment, result: false });
}
