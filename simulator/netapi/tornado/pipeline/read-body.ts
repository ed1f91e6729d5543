import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { isDict, copyOf, type PyValue } from '../../../python/value.ts';
import { JSONDecodeError } from '../../../python/json-decode-error.ts';
import { loads } from '../../../python/json-loads.ts';
import { PyException } from '../../../python/exception.ts';
import { loadYaml } from '../../../python/yaml/load.ts';
import { HTTPError } from '../web/http-error.ts';
import { asDict, readArguments, type RawArguments } from './form-arguments.ts';
import { mainValue, type HeaderReader } from './header-value.ts';

/** What a body is, before it is read. */
export interface BodySource {
  readonly body: Buffer;
  readonly contentType: string | undefined;
  /** The arguments of the query and of a form together. */
  readonly arguments: RawArguments;
  readonly reader: HeaderReader;
}

/** What a body holds: as it was sent, and as chunks. */
export interface ReadBody {
  readonly payload: PyValue;
  readonly lowstate: readonly PyValue[];
}

type Parser = (text: string, source: BodySource) => PyValue;

const PARSERS: Readonly<Record<string, Parser>> = {
  'application/x-www-form-urlencoded': (_, source) => asDict(readArguments(source.arguments)),
  'application/json': loads,
  'application/x-yaml': loadYaml,
  'text/yaml': loadYaml,
  'text/plain': loads,
};

/**
 * Reads a body by its Content-Type, before anybody asks who sent it (rest-tornado-wsgi §2.5; seen on
 * 3006.28, 3007.15 and 3008.3).
 *
 * @throws HTTPError 406 for a type that is not read, 400 for bad JSON and for what is no UTF-8
 * @throws PyException, a 500, for bad YAML and where Python cannot look for `arg` in it
 */
export function readBody(source: BodySource): ReadBody | undefined {
  const { body, contentType, reader } = source;
  if (body.length === 0) return undefined;
  const type = contentType === undefined ? undefined : mainValue(contentType, reader);
  const parse = type !== undefined && Object.hasOwn(PARSERS, type) ? PARSERS[type] : undefined;
  if (parse === undefined) throw new HTTPError(406);
  const data = parsed(parse, source);
  const payload = isDict(data) ? copyOf(data) : data;
  wrapArg(data);
  return { payload, lowstate: Array.isArray(data) ? data : [data] };
}

function parsed(parse: Parser, source: BodySource): PyValue {
  const text = decodeUtf8(source.body);
  if (text === undefined) throw new HTTPError(400);
  try {
    return parse(text, source);
  } catch (error) {
    if (error instanceof JSONDecodeError) throw new HTTPError(400);
    throw error;
  }
}

/** Puts an `arg` that is no list into one; only at the top, where Python can look for it. */
function wrapArg(data: PyValue): void {
  if (isDict(data)) {
    const arg = data.get('arg');
    if (arg !== undefined && !Array.isArray(arg)) data.set('arg', [arg]);
    return;
  }
  const isSearched = typeof data === 'string' || Array.isArray(data);
  const holdsArg = isSearched && data.length > 0 && (data as readonly PyValue[]).includes('arg');
  if (holdsArg) throw new PyException('indices must be integers, not str');
  const isEmpty = data === null || data === false || data === 0 || data === '';
  if (!isSearched && !isEmpty) throw new PyException('argument is not iterable');
}
