import { str } from '../../../python/repr.ts';
import { dict, isDict, type PyValue } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type HandlerArguments, type Resource } from '../dispatch/resource.ts';

/** `/minions` and `/minions/<mid>` (rest-cherrypy §12). */
export const minions: Resource = {
  tools: { ...LOWDATA_TOOLS, salt_auth: true },
  methods: {
    GET: { parameters: ['mid'], handle: showGrains },
    POST: { anyQuery: true, handle: startJobs },
  },
};

/** The grains of the minions whose ids match `mid`, a glob. */
async function showGrains(exchange: Exchange, args: HandlerArguments): Promise<PyValue> {
  exchange.lowstate = [dict({ client: 'local', tgt: args.get('mid') || '*', fun: 'grains.items' })];
  const { grainsUnder } = exchange.master.profile.cherrypy;
  const answers = await execLowstate(exchange, { token: exchange.requireSession().token });
  return dict({ return: grainsUnder === 'the minion' ? answers : answers.map(byFunction) });
}

/** Answers of minions by the function that gave them. */
function byFunction(answers: PyValue): PyValue {
  if (!isDict(answers)) return answers;
  return new Map([...answers].map(([id, grains]) => [id, dict({ 'grains.items': grains })]));
}

/** Starts a job for each chunk; the links lead to those that were published. */
async function startJobs(exchange: Exchange): Promise<PyValue> {
  const token = exchange.requireSession().token;
  const started = await execLowstate(exchange, { client: 'local_async', token });
  exchange.status = 202;
  const jobs = started.filter(isDict).filter((job) => job.size > 0);
  const links = jobs.map((job) => dict({ href: `/jobs/${str(job.get('jid') ?? null)}` }));
  if (exchange.master.profile.cherrypy.jobLinks === 'in each job') {
    for (const [at, job] of jobs.entries())
      job.set('_links', dict({ jobs: links.slice(at, at + 1) }));
    return dict({ return: started });
  }
  return dict({ return: started, _links: dict({ jobs: links }) });
}
