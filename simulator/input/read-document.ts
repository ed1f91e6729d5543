import { readFileSync } from 'node:fs';
import { isDict, type PyDict } from '../python/value.ts';
import { loadYaml } from '../python/yaml/load.ts';
import { YamlError } from '../python/yaml/yaml-error.ts';
import { InputError } from './input-error.ts';

/**
 * Reads a YAML or JSON file that holds a mapping; JSON is read as the YAML it is.
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
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const reason =
      (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'there is no such file' : String(error);
    throw new InputError(`The ${what} ${path} cannot be read: ${reason}. Check the path.`, {
      cause: error,
    });
  }
}

function parse(text: string, path: string, what: string) {
  try {
    return loadYaml(text);
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    const place = `${path}:${error.line}:${error.column}`;
    throw new InputError(`The ${what} is not valid YAML or JSON at ${place}: ${error.message}.`, {
      cause: error,
    });
  }
}
