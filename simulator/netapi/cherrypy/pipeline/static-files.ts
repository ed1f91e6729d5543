import { isAbsolute, join, normalize, sep } from 'node:path';
import { unquote } from '../../../python/unquote.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { mediaPaths } from '../static/media-paths.ts';
import { serveFile } from '../static/serve-file.ts';
import { PyException } from '../../../python/exception.ts';

/**
 * Answers with a file in the handler's place, where the options `static` and `favicon` name one for
 * the path (rest-cherrypy §18; seen on 3008.3). Other methods than GET and HEAD, and paths that lead
 * to no file, are left to the handler.
 *
 * @throws HTTPError as `serveFile` does, and 403 for a path that leads out of the directory
 * @throws PyException for an option that is no absolute path, on which CherryPy crashes
 */
export function staticFiles(exchange: Exchange): void {
  const { path, method, master } = exchange;
  if (method !== 'GET' && method !== 'HEAD') return;
  const config = master.config.rest_cherrypy;
  const { staticPath } = mediaPaths(config);
  if (config.static !== undefined && isAt(path, staticPath))
    attempt(exchange, fileBelow(config.static, path.slice(staticPath.length)));
  else if (config.favicon !== undefined && isAt(path, '/favicon.ico'))
    attempt(exchange, config.favicon);
}

function isAt(path: string, mount: string): boolean {
  return path === mount || path.startsWith(`${mount}/`);
}

/** The handler answers where there is no such file. */
function attempt(exchange: Exchange, file: string): void {
  if (!isAbsolute(file)) throw new PyException(`${file} is no absolute path`);
  if (serveFile(exchange, file)) exchange.handler = undefined;
}

/** The file that the rest of a path, still encoded once, stands for. */
function fileBelow(directory: string, rest: string): string {
  const branch = unquote(rest.replace(/^[/\\]+/, ''));
  const file = normalize(branch.startsWith('/') ? branch : join(directory, branch));
  const root = normalize(directory).replace(/[/\\]+$/, '');
  if (file !== root && !file.startsWith(root + sep)) throw new HTTPError(403);
  return file;
}
