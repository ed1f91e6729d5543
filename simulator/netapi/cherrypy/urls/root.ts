import { dict } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import { LOWDATA_TOOLS, type Resource, type ResourceMethod } from '../dispatch/resource.ts';

/** What GET / lists: every method of Salt's NetapiClient, `destroy` too, whatever is enabled (real-salt §4). */
const CLIENTS = [
  'destroy',
  'local',
  'local_async',
  'local_batch',
  'local_subset',
  'runner',
  'runner_async',
  'ssh',
  'wheel',
  'wheel_async',
];

/** The welcome document, which resources without a GET of their own answer too. */
export const welcome: ResourceMethod = {
  tools: { sessions: false },
  handle: () => dict({ return: 'Welcome', clients: CLIENTS }),
};

/** Runs the low data as the session's user. */
export const runAsSession: ResourceMethod = {
  anyQuery: true,
  tools: { salt_token: true, salt_auth: true },
  handle: async (exchange) =>
    dict({ return: await execLowstate(exchange, { token: exchange.requireSession().token }) }),
};

/** `/` (rest-cherrypy §7). */
export const root: Resource = {
  tools: LOWDATA_TOOLS,
  methods: { GET: welcome, POST: runAsSession },
};
