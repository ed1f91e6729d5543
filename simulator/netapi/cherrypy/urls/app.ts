import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../http-error.ts';
import { NO_TOOLS, type Resource } from '../resource.ts';

/**
 * `/app`: a page that Salt's packages from PyPI do not carry, so it is not found (real-salt §4; seen
 * on 3006.28, 3007.15 and 3008.3). Other methods are refused as of a page that is there.
 */
export const app: Resource = {
  tools: NO_TOOLS,
  methods: {
    GET: {
      anyPath: true,
      handle: ({ path }: Exchange) => {
        throw new HTTPError(404, `The path '${path}' was not found.`);
      },
    },
  },
};
