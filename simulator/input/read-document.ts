import { readFileSync } from 'node:fs';
import { decodeUtf8 } from '../python/decode-utf8.ts';
import { isDict, type PyDict, type PyValue } from '../python/value.ts';
import { loadYaml } from '../python/yaml/load.ts';
import { YamlError } from '../python/yaml/yaml-error.ts';
import { InputError } from './input-error.ts';
import { readFault } from './read-fault.ts';

/**
 * Reads a YAML or JSON file that holds a mapping; JSON is read as the YAML it is. A file that says
 * nothing, or has comments only, is an empty mapping, as it is to Salt.
 *
 * @param what what the file is to the user: "master configuration"
 * @throws InputError with the path, and the line and column where the text is at fault
 */
export function readDocument(path: string, what: string): PyDict {
  const document = parse(readText(path, what), path, what);
  if (document === null) return new Map();
  if (isDict(document)) return document;
  throw new InputError(`The ${what} ${path} must hold a mapping at its top, such as "key: value".`);
}

function readText(path: string, what: string): string {
  const bytes = readBytes(path, what);
  const text = decodeUtf8(bytes);
  if (text !== undefined) return text;
  throw new InputError(`The ${what} ${path} is no UTF-8 text. Name a YAML or JSON file.`);
}

function readBytes(path: string, what: string): Buffer {
  try {
    return readFileSync(path);
  } catch (cause) {
    throw new InputError(`The ${what} ${path} cannot be read: ${readFault(cause)}`, { cause });
  }
}

function parse(text: string, path: string, what: string): PyValue {
  try {
    return loadYaml(text.trimStart().startsWith('{') ? withoutSurrogates(text) : text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = `${path}:${error.line}:${error.column}`;
    throw new InputError(`The ${what} is not valid YAML or JSON at ${place}: ${error.message}.`, {
      cause: error,
    });
  }
}

/** JSON writes what is beyond U+FFFF as two escapes, which YAML does not know. */
function withoutSurrogates(text: string): string {
  return text.replace(
    /\\u(d[89ab][0-9a-f]{2})\\u(d[c-f][0-9a-f]{2})/gi,
    (_, high: string, low: string) =>
      String.fromCharCode(Number.parseInt(high, 16), Number.parseInt(low, 16)),
  );
}
