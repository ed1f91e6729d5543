import type { Reading } from './reading.ts';

/** A request's headers, each field of its own, in their order. */
export interface RequestHeaders {
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** By lower-case name; of one name with commas between. */
  readonly byName: ReadonlyMap<string, string>;
}

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Bytes that may stand in a value: no control character but the tab. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/;

/** What Python takes for white space, among single bytes. */
// oxlint-disable-next-line no-control-regex -- Python's white space has control characters
const BLANK = /^[\t-\r\x1c-\x20\x85\xa0]/;

/** Reads the lines below the first one; undefined for what are no headers. */
export function requestHeaders(text: string, reading: Reading): RequestHeaders | undefined {
  const fields: [string, string][] = [];
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue;
    const isFolded = BLANK.test(line);
    const colon = line.indexOf(':');
    const last = fields.at(-1);
    if (reading === 'as of old' && isFolded) {
      if (last === undefined) return undefined;
      last[1] += ` ${line.replace(/^[ \t]+/, '')}`;
      continue;
    }
    if (colon < 0) return undefined;
    const name = line.slice(0, colon);
    const value = line.slice(colon + 1).replaceAll(/^[ \t]+|[ \t]+$/g, '');
    if (reading === 'strict' && !(NAME.test(name) && VALUE.test(value))) return undefined;
    fields.push([name, value]);
  }
  return { fields, byName: joined(fields) };
}

function joined(fields: readonly (readonly [string, string])[]): Map<string, string> {
  const byName = new Map<string, string>();
  for (const [name, value] of fields) {
    const key = name.toLowerCase();
    const before = byName.get(key);
    byName.set(key, before === undefined ? value : `${before},${value}`);
  }
  return byName;
}
