import type { RequestHandler } from 'express';
import type { Parts } from '../../../simulator/assemble.ts';
import type { OldRequest } from '../../../simulator/netapi/wsgi/http-server/old-request.ts';
import type { PyDict } from '../../../simulator/python/value.ts';
import { altering, type Draft } from '../altering.ts';
import type { Breakage, Variant } from '../variant.ts';
import { headers } from './reply-changes.ts';

type Row = readonly [name: string, breakage: Breakage, ...caughtBy: string[]];

/** What is wrong with the rest_wsgi of today, which breaks down over every reply. */
const OF_TODAY: readonly Row[] = [
  [
    'rest_wsgi sends the replies that it means to',
    { spoil: ({ master }) => void Object.assign(master, { profile: withBodies(master.profile) }) },
    'wsgi.breakdown.get',
    'wsgi.breakdown.ping',
    'wsgi.breakdown.no-credentials',
    'wsgi.headers.order',
  ],
  [
    'nothing runs before a reply breaks down',
    { spoil: ({ master }) => void (master.run = () => Promise.resolve([])) },
    'wsgi.runs.chunk',
    'wsgi.runs.chunks',
    'wsgi.runs.lower-case-method',
  ],
  ['one chunk runs and no other', { spoil: runFirstOnly }, 'wsgi.runs.chunks'],
  [
    'the server speaks HTTP/1.1',
    { garble: (bytes) => rewritten(bytes, (text) => text.replace(/^HTTP\/1\.0/, 'HTTP/1.1')) },
    'wsgi.connection.version',
    'wsgi.connection.no-continue',
  ],
  [
    'the reply to HEAD has no body',
    { between: altering({ reply: (draft, { method }) => emptied(draft, method === 'HEAD') }) },
    'wsgi.connection.head-has-body',
  ],
  [
    'a refusal has a head whoever it is for',
    {
      garble: (bytes) =>
        rewritten(bytes, (text) => text.replace(/^<!DOCTYPE/, 'HTTP/1.0 400 Bad\r\n\r\n$&')),
    },
    'wsgi.malformed.one-word',
    'wsgi.malformed.http-2',
  ],
  [
    'the connection is said to end',
    { between: altering(headers((all) => [...all, ['Connection', 'close']])) },
    'wsgi.connection.closed',
    'wsgi.headers.order',
  ],
];

/** What is wrong with the rest_wsgi of the documented world. */
const DOCUMENTED: readonly Row[] = [
  [
    'lengths are counted in bytes',
    { between: altering({ reply: (draft) => withLength(draft) }) },
    'wsgi.replies.length-in-characters',
  ],
  [
    'reasons are spelt as everywhere',
    {
      between: altering({
        reply: (draft) => ({
          ...draft,
          reason: draft.reason
            .toLowerCase()
            .replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase()),
        }),
      }),
    },
    'wsgi.credentials.none',
    'wsgi.replies.other-methods',
    'wsgi.bodies.bad-json',
  ],
  [
    'credentials hold for the chunks after them',
    { spoil: rememberCredentials },
    'wsgi.credentials.each-chunk',
  ],
  [
    'every failure is one of credentials',
    {
      between: altering({
        reply: (draft) =>
          draft.status === 500 ? { ...draft, status: 401, reason: 'UNAUTHORIZED' } : draft,
      }),
    },
    'wsgi.credentials.wrong-password',
    'wsgi.credentials.order-of-checks',
    'wsgi.bodies.no-list',
  ],
  ['a charset is forgiven', { between: forgivingCharset() }, 'wsgi.bodies.json-only'],
];

/** Simulators of rest_wsgi that are broken. */
export const WSGI: readonly Variant[] = [
  ...OF_TODAY.map((row) => variantOf(row, '3008')),
  ...DOCUMENTED.map((row) => variantOf(row, '0.8.4')),
];

function variantOf([name, breakage, ...caughtBy]: Row, salt: string): Variant {
  return { name, ...breakage, api: 'wsgi', salt, caughtBy };
}

function withBodies({ wsgi, ...profile }: Parts['master']['profile']): Parts['master']['profile'] {
  return { ...profile, wsgi: { ...wsgi, bodies: 'bytes' } };
}

function runFirstOnly({ master }: Parts): void {
  const run = master.run.bind(master);
  let isFirst = true;
  master.run = (chunk) => {
    if (!isFirst) return Promise.resolve([]);
    isFirst = false;
    return run(chunk);
  };
}

function rewritten(bytes: Buffer, change: (text: string) => string): Buffer {
  return Buffer.from(change(bytes.toString('latin1')), 'latin1');
}

function emptied(draft: Draft, isMeant: boolean): Draft {
  return isMeant ? { ...draft, body: Buffer.alloc(0) } : draft;
}

function withLength(draft: Draft): Draft {
  const length = String(draft.body.length);
  return {
    ...draft,
    headers: draft.headers.map(([name, value]) => [
      name,
      name === 'Content-Length' ? length : value,
    ]),
  };
}

function rememberCredentials({ master }: Parts): void {
  const admit = master.admit.bind(master);
  let known: PyDict = new Map();
  master.admit = (chunk) => {
    if (chunk.has('eauth')) known = new Map([...chunk].filter(([key]) => key !== 'client'));
    for (const [key, value] of known) if (!chunk.has(key)) chunk.set(key, value);
    return admit(chunk);
  };
}

function forgivingCharset(): RequestHandler {
  return (req, _res, next) => {
    const { head } = req as unknown as OldRequest;
    const type = (head.headers.get('content-type') ?? '').replace(/;.*/, '');
    Object.assign(req, {
      head: { ...head, headers: new Map([...head.headers, ['content-type', type]]) },
    });
    next();
  };
}
