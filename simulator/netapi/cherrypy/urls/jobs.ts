import { dict, isDict, type PyDict, type PyValue } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type HandlerArguments, type Resource } from '../dispatch/resource.ts';
import { runAsSession } from './root.ts';
import { PyException } from '../../../python/exception.ts';

/** `/jobs` and `/jobs/<jid>` (rest-cherrypy §13); a second segment is taken for a time-out nobody reads. */
export const jobs: Resource = {
  tools: { ...LOWDATA_TOOLS, salt_auth: true },
  methods: { GET: { parameters: ['jid', 'timeout'], handle: showJobs }, POST: runAsSession },
};

async function showJobs(exchange: Exchange, args: HandlerArguments): Promise<PyValue> {
  const jid = args.get('jid');
  const chunk = dict({ client: 'runner' });
  if (jid) chunk.set('fun', 'jobs.list_job').set('jid', jid);
  else chunk.set('fun', 'jobs.list_jobs');
  exchange.lowstate = [chunk];
  const [answer = null] = await execLowstate(exchange, { token: exchange.requireSession().token });
  const { startTimeName } = exchange.master.profile.cherrypy;
  if (jid) return dict({ info: [startNamed(answer, startTimeName)], return: [returnsOf(answer)] });
  const jobsById = isDict(answer)
    ? new Map([...answer].map(([id, job]) => [id, startNamed(job, startTimeName)]))
    : answer;
  return dict({ return: [jobsById] });
}

/** A job with its start time under this name, where it stood. */
function startNamed(job: PyValue, name: string): PyValue {
  if (!isDict(job) || name === 'StartTime') return job;
  return new Map([...job].map(([key, value]) => [key === 'StartTime' ? name : key, value]));
}

/** The bare returns of a job, by minion; a runner that failed has none, and fails the request. */
function returnsOf(job: PyValue): PyDict {
  const result = isDict(job) ? job.get('Result') : undefined;
  if (!(result instanceof Map)) throw new PyException('the runner did not answer with a job');
  return new Map(
    [...result].map(([id, fields]) => [id, isDict(fields) ? (fields.get('return') ?? null) : null]),
  );
}
