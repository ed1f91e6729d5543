import type { Exchange } from './exchange.ts';
import { HTTPError } from './http-error.ts';
import type { HandlerArguments, Resource, ResourceMethod } from './resource.ts';

/** The resources by the first segment of their path; `index` is the root. */
export type UrlMap = ReadonlyMap<string, Resource>;

/**
 * Finds what the path and method name, and sets the exchange's tools and handler accordingly.
 *
 * What is wrong with path or method is raised only when the handler runs: the tools come first,
 * so a missing session is told before a wrong method (rest-cherrypy §1).
 */
export function dispatch(exchange: Exchange, urls: UrlMap): void {
  const segments = exchange.path
    .split('/')
    .filter((segment) => segment !== '')
    .map(decodeSegment);
  const [first = 'index', ...rest] = segments;
  const resource = urls.get(first.replaceAll(/[!-/:-@[-^`{-~]/g, '_'));
  if (resource === undefined) {
    exchange.handler = () => {
      throw new HTTPError(404, `The path '${decodeSegment(exchange.path)}' was not found.`);
    };
    return;
  }
  exchange.tools = resource.tools;
  exchange.responseHeaders.set('Allow', allowedMethods(resource).join(', '));
  const name = exchange.method === 'HEAD' ? 'GET' : exchange.method;
  const method = name === 'GET' || name === 'POST' ? resource.methods[name] : undefined;
  if (method === undefined) {
    exchange.handler = () => {
      throw new HTTPError(405);
    };
    return;
  }
  exchange.tools = { ...resource.tools, ...method.tools };
  exchange.handler = () =>
    method.handle(exchange, bindArguments(method, rest, exchange.query), rest);
}

/** A segment may hold an encoded slash, which stays within it. */
function decodeSegment(segment: string): string {
  return segment.replace(/(?:%[0-9a-fA-F]{2})+/g, (escapes) =>
    Buffer.from(escapes.replaceAll('%', ''), 'hex').toString('utf8'),
  );
}

function allowedMethods({ methods }: Resource): string[] {
  const names = Object.keys(methods);
  return (methods.GET === undefined ? names : [...names, 'HEAD']).toSorted();
}

/** @throws HTTPError 404 for segments and parameters that the method has no name for */
function bindArguments(
  method: ResourceMethod,
  segments: readonly string[],
  query: string,
): HandlerArguments {
  const names = method.parameters ?? [];
  if (segments.length > names.length && !method.anyPath) throw new HTTPError(404);
  const args = new Map(
    names.slice(0, segments.length).map((name, at) => [name, segments[at] ?? '']),
  );
  if (query === '') return args;
  for (const [name, value] of new URLSearchParams(query)) {
    const isKnown = names.includes(name) && !args.has(name);
    if (!isKnown && !method.anyQuery) throw new HTTPError(404);
    if (isKnown) args.set(name, value);
  }
  return args;
}
