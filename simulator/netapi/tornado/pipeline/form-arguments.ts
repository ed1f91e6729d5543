import { decodeUtf8 } from '../../../python/decode-utf8.ts';
import { splitOnce } from '../../../python/split-once.ts';
import type { PyDict, PyValue } from '../../../python/value.ts';
import { unquoteToBytes } from './unquote-to-bytes.ts';
import { HTTPError } from '../web/http-error.ts';

/** The values of each argument, in order. */
export type FormArguments = ReadonlyMap<string, readonly string[]>;

/** The bytes of each argument's values, as Latin-1 texts, before anybody asked for them. */
export type RawArguments = ReadonlyMap<string, readonly string[]>;

/** The arguments of a query or a form; those with blank values are kept. */
export function rawArguments(text: string): RawArguments {
  const found = new Map<string, string[]>();
  for (const field of text.split('&')) {
    if (field === '') continue;
    const [name, value] = splitOnce(field, '=');
    const key = unquoteToBytes(name);
    found.set(key, [...(found.get(key) ?? []), unquoteToBytes(value)]);
  }
  return found;
}

/** Both together, the values of the first before those of the second. */
export function merged(first: RawArguments, second: RawArguments): RawArguments {
  const both = new Map([...first].map(([name, values]) => [name, [...values]]));
  for (const [name, values] of second) both.set(name, [...(both.get(name) ?? []), ...values]);
  return both;
}

/**
 * Arguments as handlers get them: control characters are blanks, and values are stripped.
 *
 * @throws HTTPError 400 for what is no UTF-8
 */
export function readArguments(raw: RawArguments): FormArguments {
  return new Map([...raw].map(([name, values]) => [name, values.map(readValue)]));
}

/** Arguments as a dict: a value alone stands for itself, of several there is a list. */
export function asDict(found: FormArguments): PyDict {
  const entries = [...found].map(([name, values]): [string, PyValue] => [
    name,
    values.length === 1 ? (values[0] ?? '') : [...values],
  ]);
  return new Map(entries);
}

function readValue(bytes: string): string {
  const text = decodeUtf8(Buffer.from(bytes, 'latin1'));
  if (text === undefined) throw new HTTPError(400);
  // eslint-disable-next-line no-control-regex
  return text.replaceAll(/[\x00-\x08\x0e-\x1f]/g, ' ').trim();
}
