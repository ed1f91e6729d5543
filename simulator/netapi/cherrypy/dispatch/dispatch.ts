import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { queryParams, type QueryParams } from '../request/query-params.ts';
import type { HandlerArguments, Resource, ResourceMethod } from './resource.ts';
import { PyException } from '../../../python/exception.ts';

/** The resources by the first segment of their path; `index` is the root. */
export type UrlMap = ReadonlyMap<string, Resource>;

/**
 * Finds what the path and method name, and sets the exchange's tools and handler accordingly.
 *
 * What is wrong with path or method is raised only when the handler runs: the tools come first,
 * so a missing session is told before a wrong method (rest-cherrypy §1).
 */
export function dispatch(exchange: Exchange, urls: UrlMap): void {
  const { resource, rest } = resourceAt(exchange.path, urls);
  if (resource === undefined) {
    exchange.handler = () => {
      throw notFound(exchange);
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
  const params = queryParams(exchange.query);
  const vpath = rest.map((segment) => segment.replaceAll('%2F', '/'));
  exchange.handler = () => method.handle(exchange, bindArguments(method, vpath, params), vpath);
}

/** What stands at a path, if anything, and the segments that are left of it. */
export function resourceAt(
  path: string,
  urls: UrlMap,
): { readonly resource: Resource | undefined; readonly rest: readonly string[] } {
  const segments = path.split('/').filter((segment) => segment !== '');
  const [first = 'index', ...rest] = segments;
  return { resource: urls.get(first.replaceAll(/[!-/:-@[-^`{-~]/g, '_')), rest };
}

/** What CherryPy says of a path that leads nowhere. */
export function notFound({ mount, path }: Exchange): HTTPError {
  return new HTTPError(404, `The path '${mount}${path}' was not found.`);
}

function allowedMethods({ methods }: Resource): string[] {
  const names = Object.keys(methods);
  return (methods.GET === undefined ? names : [...names, 'HEAD']).toSorted();
}

/**
 * @throws HTTPError 404 for segments and parameters that the method has no name for, and for one
 * that is given by both
 * @throws PyException for a parameter `self`, which Python's method has already
 */
function bindArguments(
  method: ResourceMethod,
  segments: readonly string[],
  params: QueryParams,
): HandlerArguments {
  const names = method.parameters ?? [];
  if (segments.length > names.length && !method.anyPath) throw new HTTPError(404);
  const args = new Map(
    names.slice(0, segments.length).map((name, at) => [name, segments[at] ?? '']),
  );
  for (const [name, [value = '']] of params) {
    if (name === 'self' && method.anyQuery) throw new PyException('self is given twice');
    const isKnown = names.includes(name);
    if (isKnown ? args.has(name) : !method.anyQuery) throw new HTTPError(404);
    if (isKnown) args.set(name, value);
  }
  return args;
}
