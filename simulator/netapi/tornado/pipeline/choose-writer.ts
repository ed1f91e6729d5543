import { fnmatch } from '../../../python/fnmatch.ts';
import { dumps } from '../../../python/json-dumps.ts';
import { dumpYaml } from '../../../python/yaml/dump.ts';
import type { Writer } from '../exchange.ts';
import { mainValue, type HeaderReader } from './header-value.ts';

/** What replies can be written in, the first for whoever does not mind. */
const WRITERS: readonly Writer[] = [
  { contentType: 'application/json', write: dumps },
  { contentType: 'application/x-yaml', write: (value) => dumpYaml(value, 'flow leaves') },
];

/**
 * The format that a client accepts, undefined where there is none: the first of its ranges counts
 * that fits one, whatever its `q` (rest-tornado-wsgi §2.4; seen on 3006.28, 3007.15 and 3008.3).
 */
export function chooseWriter(accept = '*/*', reader: HeaderReader): Writer | undefined {
  for (const part of accept.split(',')) {
    const range = mainValue(part, reader);
    const writer = WRITERS.find(({ contentType }) => fnmatch(contentType, range));
    if (writer !== undefined) return writer;
  }
  return undefined;
}
