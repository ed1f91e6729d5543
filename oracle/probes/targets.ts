import type { Json, JsonObject } from '../fixture.ts';
import { chunkProbes, type Probe } from './probe.ts';

/** Targets by what is odd about them; `local_async` shows whom they name, and waits for nobody. */
const TARGETS: Readonly<Record<string, readonly [tgt_type: string, tgt: Json]>> = {
  'list-number': ['list', ['web1', 5]],
  'list-null': ['list', ['web1', null]],
  'list-list': ['list', ['web1', ['web2']]],
  'list-empty-id': ['list', ['web1', '']],
  'list-slash': ['list', ['web1', 'a/b']],
  'list-dots': ['list', ['web1', '..']],
  'list-blank': ['list', ['web1', ' web2']],
  'list-no-ascii': ['list', ['web1', 'ä']],
  'list-twice': ['list', ['web1', 'web1']],
  'list-dict': ['list', { web1: 1 }],
  'list-commas': ['list', 'web1,,web2,'],
  'list-slash-text': ['list', 'web1,a/b'],
  'compound-list-slash': ['compound', 'L@web1,a/b or db1'],
  'compound-bad-network': ['compound', 'S@10.0.0.1/24 or web1'],
  'compound-no-network': ['compound', 'not S@x and web1'],
  'compound-bad-pcre': ['compound', 'E@[ or web1'],
  'network-host-bits': ['ipcidr', '10.0.0.21/24'],
  'network-mask': ['ipcidr', '10.0.0.0/255.0.0.0'],
  'network-too-long': ['ipcidr', '10.0.0.21/33'],
  'network-ipv6': ['ipcidr', '::/0'],
};

const CHUNKS = Object.fromEntries(
  Object.entries(TARGETS).map(([name, [tgt_type, tgt]]): [string, JsonObject] => [
    `target.${name}`,
    { client: 'local_async', fun: 'test.ping', tgt, tgt_type },
  ]),
);

/** Targets that the search for differences came upon, and their like. */
export const TARGETS_OF_JOBS: readonly Probe[] = chunkProbes('saltdev', CHUNKS);
