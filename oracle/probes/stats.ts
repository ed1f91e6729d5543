import { ask, credentialsOf, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

/** Refused, since how long a new token is depends on the time. */
const USER = { ...credentialsOf('saltdev'), password: 'wrong' };
const ASKED = ask('GET /stats', [JSON_OUT]);

/**
 * A salt-api that counts. One probe, so that what it counts is that probe's own: no other step
 * comes before.
 */
export const STATS: readonly Probe[] = [
  probe(
    'stats.counters',
    'nobody',
    ASKED,
    ASKED,
    ask('GET /', [JSON_OUT]),
    ASKED,
    ask('GET /nonesuch'),
    ask('HEAD /'),
    ask('POST /login', [JSON_IN, JSON_OUT], JSON.stringify(USER)),
    ASKED,
    ask('POST /run', [JSON_IN], '{'),
    ask('POST /run', [JSON_IN, JSON_OUT], '[]'),
    ask('GET /minions'),
    ask('PUT /', [JSON_IN], '{}'),
    ask('OPTIONS /run'),
    ask('GET /minions/'),
    ask('GET /', [JSON_OUT, 'Accept-Encoding: gzip']),
    ASKED,
    ask('GET /favicon.ico'),
    ask('POST /run', ['Content-Type: text/plain'], 'a=1'),
    ask('GET /', ['Accept: image/png']),
    ask('PUT /run', [], 'abc'),
    ASKED,
  ),
].map((asked) => under('stats', asked));
