import { str } from '../../../python/repr.ts';
import { isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { gatherReturns } from '../../clients/gather-returns.ts';
import type { MasterCall } from '../../clients/master-function.ts';
import { jidToTime } from '../../jid.ts';
import { publishAsMaster } from '../../publish.ts';
import { describeJob } from './job-listing.ts';

/** The process id of every job that a simulated master runs itself. */
const MASTER_PID = 4700;

/** The jobs that the master itself is running: some lines find the very call that asks. */
export function masterJobs({ announced, master }: MasterCall): PyValue {
  return master.profile.listsOwnMasterJob ? [new Map([...announced, ['pid', MASTER_PID]])] : [];
}

/** The jobs that minions are running, by jid, each with who runs it and who has returned. */
export async function activeJobs(call: MasterCall): Promise<PyValue> {
  const { master } = call;
  const asked = publishAsMaster(master, {
    tgt: '*',
    fun: 'saltutil.running',
    arg: [],
    tgt_type: 'glob',
  });
  const active: PyDict = new Map();
  if (asked === undefined) return active;
  await gatherReturns(master, asked, {
    timeout: master.config.timeout,
    gatherJobTimeout: master.config.gather_job_timeout,
  });
  for (const [id, data] of asked.returns) {
    const running = data.get('return');
    for (const job of Array.isArray(running) ? running : [])
      if (isDict(job)) addRunning(call, active, id, job);
  }
  return active;
}

function addRunning(call: MasterCall, active: PyDict, id: string, job: PyDict): void {
  const jid = str(job.get('jid') ?? null);
  const pid = new Map([[id, job.get('pid') ?? null]]);
  const known = active.get(jid) ?? null;
  const runningOn = isDict(known) ? known.get('Running') : undefined;
  if (Array.isArray(runningOn)) {
    runningOn.push(pid);
    return;
  }
  const arg = job.get('arg');
  const entry = describeJob({
    load: {
      fun: job.get('fun') ?? null,
      arg: Array.isArray(arg) ? arg : [],
      tgt: job.get('tgt') ?? null,
      tgt_type: str(job.get('tgt_type') ?? null),
      user: job.get('user') ?? null,
    },
  });
  entry.set('StartTime', jidToTime(jid));
  entry.set('Running', [pid]);
  entry.set('Returned', [...(call.master.jobs.get(jid)?.returns.keys() ?? [])]);
  active.set(jid, entry);
}
