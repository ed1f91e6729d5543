import {
  ask,
  bytes,
  credentialsOf,
  JSON_IN,
  JSON_OUT,
  probe,
  run,
  SESSION,
  under,
  unended,
  type Probe,
} from './probe.ts';

const HOST = 'Host: <host>';
const USER = JSON.stringify(credentialsOf('saltdev'));
const FORM = 'username=saltdev&password=S3cret%21one&eauth=sharedsecret';

/** A salt-api that speaks TLS: the same server behind it, and its own scheme in URLs. */
export const TLS: readonly Probe[] = [
  probe('tls.root', 'nobody', ask('GET /', [JSON_OUT])),
  probe('tls.root-html', 'nobody', ask('GET /')),
  probe('tls.redirect', 'nobody', ask('GET /minions/')),
  probe('tls.no-slash', 'nobody', ask('GET /login/?x=1')),
  probe('tls.none', 'nobody', ask('GET /nonesuch')),
  probe('tls.login', 'nobody', ask('POST /login', [JSON_IN, JSON_OUT], USER)),
  probe(
    'tls.login-form',
    'nobody',
    ask('POST /login', ['Content-Type: application/x-www-form-urlencoded'], FORM),
  ),
  probe('tls.run', 'saltdev', run({ client: 'runner', fun: 'test.arg', arg: [1] })),
  probe('tls.local', 'saltdev', run({ client: 'local', tgt: 'web1', fun: 'test.ping' })),
  probe('tls.cookie', 'saltdev', ask('GET /keys', ['Cookie: session_id=<session 1>', JSON_OUT])),
  probe('tls.logout', 'saltdev', ask('POST /logout', [SESSION, JSON_OUT])),
  probe('tls.gzip', 'nobody', ask('GET /', [JSON_OUT, 'Accept-Encoding: gzip'])),
  probe('tls.origin', 'nobody', ask('GET /', [JSON_OUT, 'Origin: https://a.example'])),
  probe('tls.events', 'nobody', ask('GET /events')),
  probe('tls.close', 'nobody', bytes('GET / HTTP/1.1', HOST, 'Connection: close')),
  probe('tls.http-1.0', 'nobody', bytes('GET / HTTP/1.0')),
  probe('tls.no-host', 'nobody', bytes('GET / HTTP/1.1', 'Connection: close')),
  probe('tls.absolute', 'nobody', bytes('GET https://<host>/ HTTP/1.1', HOST, 'Connection: close')),
  probe(
    'tls.absolute-http',
    'nobody',
    bytes('GET http://<host>/ HTTP/1.1', HOST, 'Connection: close'),
  ),
  probe('tls.odd-line', 'nobody', bytes('GET /', HOST)),
  probe('tls.newlines', 'nobody', unended('GET / HTTP/1.1\nHost: <host>\n\n')),
  probe(
    'tls.pipelined',
    'nobody',
    unended(
      'HEAD / HTTP/1.1\r\nHost: <host>\r\n\r\nHEAD / HTTP/1.1\r\nHost: <host>\r\nConnection: close\r\n\r\n',
    ),
  ),
].map((asked) => under('tls', asked));
