import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { PyException } from '../../../python/exception.ts';
import { JSONDecodeError } from '../../../python/json-decode-error.ts';
import { loads } from '../../../python/json-loads.ts';
import { parseQsl } from '../../../python/parse-qsl.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { loadYaml } from '../../../python/yaml/load.ts';
import { yamlifyArg } from '../../../python/yaml/yamlify-arg.ts';
import type { Exchange } from '../exchange.ts';
import { HTTPError } from '../answer/http-error.ts';
import { readBody } from '../request/body/read-body.ts';
import { processBody } from '../request/body/process-body.ts';
import { readContentType } from '../request/body/content-type.ts';

/** How a body is read, by the exact content type; case counts (rest-cherrypy §4.1). */
const READERS: ReadonlyMap<string, (text: string) => PyValue> = new Map([
  ['application/x-www-form-urlencoded', readForm],
  ['application/json', readJson],
  ['application/x-yaml', loadYaml],
  ['text/yaml', loadYaml],
  ['text/plain', readText],
]);

const METHODS_WITH_BODIES = ['POST', 'PUT', 'PATCH'];

/**
 * Reads the request's body by its content type.
 *
 * A POST without a length, or with length 0, has no body, chunked or not. Other methods with
 * bodies must say how long theirs is.
 *
 * @throws HTTPError 411 without a length, 406 for other content types, 413 for too much, 400 for broken JSON; any
 * other error is a crash of the reader: an HTML 500
 */
export async function hypermediaIn(exchange: Exchange): Promise<void> {
  const { headers, method, tools } = exchange;
  if (!METHODS_WITH_BODIES.includes(method)) return;
  const length = headers.get('content-length');
  if (tools.hypermedia_in && method === 'POST' && (length ?? '0') === '0') return;
  if (length === undefined && !headers.has('transfer-encoding')) throw new HTTPError(411);
  const contentType = readContentType(headers.get('content-type') ?? '');
  if (!tools.hypermedia_in) return processBody(contentType, exchange);
  const read = READERS.get(contentType.value);
  if (read === undefined) throw new HTTPError(406, 'Content type not supported');
  const body = await readBody(exchange.req);
  exchange.bytesRead = body.length;
  if (body.length > (exchange.master.profile.cherrypy.bodyLimit ?? Infinity))
    throw new HTTPError(413);
  exchange.rawBody = decodeStrictly(body);
  exchange.data = read(exchange.rawBody);
}

/** @throws PyException for bytes that are no UTF-8 */
function decodeStrictly(bytes: Buffer): string {
  const text = decodeUtf8(bytes);
  if (text === undefined) throw new PyException('the body is no UTF-8');
  return text;
}

function readJson(text: string): PyValue {
  try {
    return loads(text);
  } catch (error) {
    if (!(error instanceof JSONDecodeError)) throw error;
    throw new HTTPError(400, 'Invalid JSON document');
  }
}

/** JSON if it is some, else the text itself. */
function readText(text: string): PyValue {
  try {
    return loads(text);
  } catch (error) {
    if (!(error instanceof JSONDecodeError)) throw error;
    return text;
  }
}

/** Repeated keys become lists; `arg` is always one, and its items and `kwarg` are read as YAML (rest-cherrypy §4.4). */
function readForm(body: string): PyDict {
  const form: PyDict = new Map();
  for (const [name, value] of parseQsl(body)) {
    const earlier = form.get(name);
    if (earlier === undefined) form.set(name, value);
    else if (Array.isArray(earlier)) earlier.push(value);
    else form.set(name, [earlier, value]);
  }
  const kwarg = form.get('kwarg');
  if (typeof kwarg === 'string') form.set('kwarg', yamlifyArg(kwarg));
  const arg = form.get('arg');
  if (arg !== undefined) {
    const args = Array.isArray(arg) ? arg : [arg];
    form.set(
      'arg',
      args.map((value) => (typeof value === 'string' ? yamlifyArg(value) : value)),
    );
  }
  return form;
}
