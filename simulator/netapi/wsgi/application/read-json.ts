import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { parseInteger } from '../../../python/int.ts';
import { JSONDecodeError } from '../../../python/json-decode-error.ts';
import { loads } from '../../../python/json-loads.ts';
import { repr } from '../../../python/repr.ts';
import { utf8Fault } from '../../../python/utf8-fault.ts';
import type { PyValue } from '../../../python/value.ts';
import type { Environ } from './environ.ts';
import { HTTPError } from './http-error.ts';

/** What a body must say that it is, to the letter: a charset is one word too much. */
const JSON_TYPE = 'application/json';

/**
 * The body of a request as JSON (rest-tornado-wsgi §7.2).
 *
 * @throws HTTPError 406 for another type, 400 for a length that is none, and for what is no JSON
 */
export async function readJson(environ: Environ): Promise<PyValue> {
  if (environ.contentType !== JSON_TYPE) throw new HTTPError(406, 'JSON required');
  const text = textOf(await readBody(environ));
  try {
    return loads(text);
  } catch (error) {
    if (error instanceof JSONDecodeError) throw new HTTPError(400, error.message);
    throw error;
  }
}

function readBody({ contentLength, readBody: read }: Environ): Promise<Buffer> {
  const length = contentLength === '' ? 0 : parseInteger(contentLength);
  if (length === undefined)
    throw new HTTPError(400, `invalid literal for int() with base 10: ${repr(contentLength)}`);
  if (length < -1) throw new HTTPError(400, 'read length must be non-negative or -1');
  return read();
}

const BYTE_ORDER_MARK = '\ufeff';

function textOf(body: Buffer): string {
  const text = decodeUtf8(body);
  if (text === undefined) throw new HTTPError(400, utf8Fault(body));
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text;
}
