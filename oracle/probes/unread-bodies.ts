import { ask, probe, type Probe } from './probe.ts';

const FORM = 'application/x-www-form-urlencoded';
const PARTS = 'multipart/form-data; boundary=b';
const FIELD = 'Content-Disposition: form-data; name="a"';

/** Bodies by what is odd about them: what is asked, the content type and the text. */
const BODIES: Readonly<Record<string, readonly [request: string, type: string, body: string]>> = {
  form: ['POST /app', FORM, 'a=1;b'],
  'form-undecodable': ['POST /app', FORM, '%ff=%00'],
  'form-undecodable-nowhere': ['PUT /nonesuch', FORM, '%ff'],
  'form-undecodable-favicon': ['POST /favicon.ico', FORM, '%ff'],
  'form-undecodable-events': ['POST /events', FORM, '%ff'],
  'form-undecodable-delete': ['DELETE /app', FORM, '%ff'],
  'form-undecodable-get': ['GET /app', FORM, '%ff'],
  'form-latin-1': ['POST /app', `${FORM}; charset=latin-1`, '%ff'],
  'form-ascii': ['POST /app', `${FORM}; charset="ascii"`, '%ff'],
  'form-ascii-then-utf-8': ['POST /app', `${FORM}; charset=ascii`, '%C3%A4'],
  'form-unknown-charset': ['POST /app', `${FORM}; charset=bogus`, 'a'],
  'form-odd-escapes': ['POST /app', FORM, '%zz=;&%u1234'],
  'form-in-capitals': ['POST /app', FORM.toUpperCase(), '%ff'],
  'form-among-types': ['POST /app', `${FORM}, text/html`, '%ff'],
  json: ['POST /app', 'application/json', '{'],
  'no-boundary': ['POST /app', 'multipart/form-data', 'x'],
  'no-part': ['POST /app', PARTS, 'x'],
  'part-without-end': ['POST /app', PARTS, '--b\r\n'],
  parts: ['POST /app', PARTS, `--b\r\n${FIELD}\r\n\r\n1\r\n--b--\r\n`],
  'parts-utf-8': ['POST /app', PARTS, `--b\r\n${FIELD}\r\n\r\n\u00e9\r\n--b--\r\n`],
  'part-in-no-charset': [
    'POST /app',
    PARTS,
    `--b\r\n${FIELD}\r\nContent-Type: text/plain; charset=bogus\r\n\r\n1\r\n--b--\r\n`,
  ],
  'part-is-file': ['POST /app', PARTS, `--b\r\n${FIELD}; filename="x"\r\n\r\n1\r\n--b--\r\n`],
  'part-header-without-colon': ['POST /app', 'multipart/mixed; boundary=b', '--b\r\nfoo\r\n'],
  'part-breaks-off': ['POST /app', 'multipart/mixed; boundary=b', '--b\r\nfoo: x\r\n\r\nabc'],
  'part-ends-at-marker': ['POST /app', PARTS, `--b\r\n${FIELD}\r\n\r\n1\r\n--b`],
  'part-is-form': [
    'POST /app',
    PARTS,
    `--b\r\n${FIELD}\r\nContent-Type: ${FORM}\r\n\r\na=1\r\n--b--\r\n`,
  ],
  'part-is-parts': [
    'POST /app',
    'multipart/mixed; boundary=b',
    '--b\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\n\r\n1\r\n--c--\r\n--b--\r\n',
  ],
};

/** Bodies that no tool of Salt reads, so that CherryPy does. */
export const UNREAD_BODIES: readonly Probe[] = Object.entries(BODIES).map(
  ([what, [request, type, body]]) =>
    probe(`unread-body.${what}`, 'nobody', ask(request, [`Content-Type: ${type}`], body)),
);
