import { dict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { welcome } from './root.ts';

/**
 * `/logout` (rest-cherrypy §9).
 *
 * The cookie it sends lies in the past but has a new id, and that id is still logged in; only the
 * Salt token behind it is gone. GET fails, since its method has no session where its class wants one.
 */
export const logout: Resource = {
  tools: { ...LOWDATA_TOOLS, salt_auth: true, lowdata_fmt: false },
  methods: {
    GET: welcome,
    POST: {
      handle: (exchange: Exchange) => {
        const session = exchange.requireSession();
        if (session.token !== undefined) exchange.master.tokens.remove(session.token);
        session.isExpired = true;
        session.regenerate();
        return dict({ return: 'Your token has been cleared' });
      },
    },
  },
};
