import { dict, isTruthy, type PyDict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type HandlerArguments, type Resource } from '../dispatch/resource.ts';

/** What the tags of all hooks begin with. */
const TAG_BASE = 'salt/netapi/hook';

/**
 * `/hook` and everything below: fires an event with the body and the headers of the request,
 * credentials included (rest-cherrypy §17).
 *
 * @param isPublic whether nobody needs to log in: `webhook_disable_auth`
 */
export function hook(isPublic: boolean): Resource {
  return {
    tools: { ...LOWDATA_TOOLS, salt_auth: !isPublic },
    methods: { POST: { anyPath: true, anyQuery: true, handle: fireHook } },
  };
}

function fireHook(exchange: Exchange, _: HandlerArguments, segments: readonly string[]): PyDict {
  const { master, data, rawBody } = exchange;
  const post = isTruthy(data) ? data : new Map();
  const { hookTellsBody } = master.profile.cherrypy;
  const payload = dict({
    ...(hookTellsBody && { body: rawBody }),
    post,
    headers: headersOf(exchange),
  });
  master.events.fire([TAG_BASE, ...segments].join('/'), payload);
  return dict({ success: true });
}

/**
 * The headers as CherryPy knows them: in title case, the client's address first, what describes the
 * body last.
 */
function headersOf({ headers, remoteIp }: Exchange): PyDict {
  const ofBody = ['content-type', 'content-length'];
  const others = [...headers.keys()].filter((name) => !ofBody.includes(name));
  const ordered = [...others, ...ofBody.filter((name) => headers.has(name))];
  return new Map([
    ['Remote-Addr', remoteIp],
    ...ordered.map((name) => [titleCase(name), headers.get(name) ?? ''] as const),
  ]);
}

/** Python's `str.title`. */
function titleCase(name: string): string {
  return name.replaceAll(/[a-z]+/g, (word) => word.charAt(0).toUpperCase() + word.slice(1));
}
