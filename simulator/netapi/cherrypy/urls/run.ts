import { dict } from '../../../python/value.ts';
import { execLowstate } from '../exec-lowstate.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { welcome } from './root.ts';

/** `/run`: low data with credentials in each chunk, and no session (rest-cherrypy §11). */
export const run: Resource = {
  tools: { ...LOWDATA_TOOLS, sessions: false },
  methods: {
    GET: welcome,
    POST: {
      anyQuery: true,
      handle: async (exchange) => dict({ return: await execLowstate(exchange) }),
    },
  },
};
