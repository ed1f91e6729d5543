import { ask, JSON_IN, JSON_OUT, probe, under, type Probe } from './probe.ts';

const ASKED = ask('GET /stats', [JSON_OUT]);

/**
 * A salt-api that counts. One probe, so that what it counts is that probe's own: no other step
 * comes before. Nothing in it logs in: that takes its time, and a token has no fixed length.
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
    ask('POST /login', [JSON_IN, JSON_OUT], '["no credentials", '),
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
