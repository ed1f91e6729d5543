import type { Header } from '../../report/result.ts';
import type { Netapi } from '../../simulator/netapis.ts';
import { altering, type Alteration, type Draft, type ReplyHead } from './altering.ts';
import { answeringAll } from './answering-all.ts';
import { envelopeMutations } from './envelope-mutations.ts';
import type { Breakage } from './variant.ts';

/** A way to break every reply alike, whatever it is about. */
export interface Mutation extends Breakage {
  readonly name: string;
}

/**
 * Generic breakages, those first that most requirements notice: one that none of them fails asserts
 * nothing.
 *
 * What is done to replies comes twice: sparing log-ins, which most requirements cannot do without,
 * and not.
 */
export function mutations(api: Netapi): Mutation[] {
  const ofReplies = [...bodyMutations(), ...headerMutations()];
  return [
    ...(api === 'raas' ? envelopeMutations() : []),
    ...(api === 'tornado' ? [ANSWERS_ALL, HANGS_UP_ON_NOBODY] : []),
    ...statusMutations().flatMap(withAndWithoutLogins),
    ...streamMutations().map(([name, alteration]) => mutation(name, alteration)),
    ...ofReplies.flatMap(withAndWithoutLogins),
    {
      name: 'other bytes at the begin of what comes over the wire',
      garble: garbleBegin,
    },
  ];
}

/** First, since each requirement of an answer that never comes takes a second on whatever does not notice. */
const ANSWERS_ALL: Mutation = { name: 'an answer where there is none', between: answeringAll };

const HANGS_UP_ON_NOBODY: Mutation = {
  name: 'an answer where the connection is to end without one',
  between(_, res, next) {
    res.destroy = () => res.status(500).end();
    next();
  },
};

/** The next status, or another first letter where there is none: cheroot's own refusals pass no handler. */
function garbleBegin(bytes: Buffer): Buffer {
  const text = bytes.toString('latin1');
  const [begin, status] = /^HTTP\/1\.1 (\d{3})/.exec(text) ?? [text.slice(0, 1), undefined];
  const other = status === undefined ? '~' : `HTTP/1.1 ${Number(status) + 1}`;
  return Buffer.from(other + text.slice(begin.length), 'latin1');
}

type NamedAlteration = readonly [name: string, alteration: Alteration];

function mutation(name: string, alteration: Alteration): Mutation {
  return { name, between: altering(alteration) };
}

function withAndWithoutLogins([name, alteration]: NamedAlteration): Mutation[] {
  return [
    mutation(name, sparingLogins(alteration)),
    mutation(`${name}, of log-ins too`, alteration),
  ];
}

const LOGINS = ['/login', '/account/login', '/account/login/'];

function sparingLogins({ reply, ...others }: Alteration): Alteration {
  if (reply === undefined) return others;
  return {
    ...others,
    reply: (draft, req) =>
      req.method === 'POST' && LOGINS.includes(req.path) && draft.status === 200
        ? draft
        : reply(draft, req),
  };
}

/** Changes the head of replies and streams alike. */
function ofHead(change: (head: ReplyHead) => ReplyHead): Alteration {
  return { reply: (draft) => ({ ...draft, ...change(draft) }), head: change };
}

function ofHeaders(change: (headers: readonly Header[]) => readonly Header[]): Alteration {
  return ofHead((head) => ({ ...head, headers: change(head.headers) }));
}

function ofBody(change: (body: string, draft: Draft) => string): Alteration {
  return {
    reply: (draft) => ({
      ...draft,
      body: Buffer.from(change(draft.body.toString('latin1'), draft), 'latin1'),
    }),
  };
}

/** Headers that some replies have and others must not. */
const STRANGERS: readonly Header[] = [
  ['Allow', 'GET, HEAD'],
  ['Cache-Control', 'private'],
  ['Set-Cookie', 'session_id=abc; Path=/'],
  ['X-Auth-Token', 'abc'],
  ['Www-Authenticate', 'Session'],
  ['Access-Control-Allow-Origin', '*'],
  ['Access-Control-Allow-Methods', 'GET, POST'],
  ['Location', '/'],
];

/** Headers without which Node frames the reply otherwise, or the client never sees its end. */
const FRAMING = new Set(['content-length', 'transfer-encoding', 'connection']);

function headerMutations(): NamedAlteration[] {
  return [
    ['a character more in each header', ofHeaders((headers) => headers.map(lengthened))],
    ['headers in reverse order', ofHeaders((headers) => headers.toReversed())],
    ['header names in lower case', ofHeaders((headers) => headers.map(lowerCased))],
    ['headers that belong to other replies', ofHeaders(withStrangers)],
    [
      'no headers but those that frame the body',
      ofHeaders((headers) => headers.filter(([name]) => FRAMING.has(name.toLowerCase()))),
    ],
    ['another reason phrase', ofHead((head) => ({ ...head, reason: `${head.reason} indeed` }))],
  ];
}

function lengthened([name, value]: Header): Header {
  return [name, FRAMING.has(name.toLowerCase()) ? value : `${value}~`];
}

function withStrangers(headers: readonly Header[]): Header[] {
  const known = new Set(headers.map(([name]) => name));
  return [...headers, ...STRANGERS.filter(([name]) => !known.has(name))];
}

function lowerCased([name, value]: Header): Header {
  return [name.toLowerCase(), value];
}

function bodyMutations(): NamedAlteration[] {
  return [
    ['no body', ofBody(() => '')],
    [
      'a stranger in every list of texts',
      ofBody((body) => body.replaceAll('"]', '", "stranger"]')),
    ],
    ['texts in capitals', ofBody((body) => body.toUpperCase())],
    ['one character more at the end of a body', ofBody((body) => `${body} `)],
    ['no space after commas and colons', ofBody((body) => body.replaceAll(/([,:]) /g, '$1'))],
    [
      'another letter in the middle',
      ofBody((body) => replacedNear(body, Math.floor(body.length / 2))),
    ],
    ['another last letter', ofBody((body) => replacedNear(body, body.length - 1))],
    ['another first letter', ofBody((body) => replacedNear(body, 0))],
    ['false for true', ofBody((body) => swapped(body, 'true', 'false'))],
    ['a list for each empty object', ofBody((body) => body.replaceAll('{}', '[]'))],
    ['numbers one greater', ofBody((body) => body.replaceAll(/(?<=[ [])\d(?=[,}\]])/g, '9'))],
    ['returns emptied', ofBody((body) => body.replace(/"return": .*(?=\}$)/s, '"return": null'))],
  ];
}

/** Puts another letter or digit in place of the one that is nearest to a place. */
function replacedNear(text: string, place: number): string {
  for (let distance = 0; distance < text.length; distance += 1) {
    for (const at of [place - distance, place + distance]) {
      const letter = text[at];
      if (letter !== undefined && /[A-Za-z0-9]/.test(letter))
        return (
          text.slice(0, at) + (letter === 'x' || letter === '7' ? '8' : 'x') + text.slice(at + 1)
        );
    }
  }
  return text;
}

function swapped(text: string, one: string, other: string): string {
  return text.replaceAll(new RegExp(`\\b(?:${one}|${other})\\b`, 'g'), (word) =>
    word === one ? other : one,
  );
}

function streamMutations(): NamedAlteration[] {
  return [
    [
      'events without what their data says',
      { pieces: () => (piece) => [piece.replace(/^data: .*/m, 'data: {}')] },
    ],
    ['tags in capitals', { pieces: () => (piece) => [piece.replace(/^tag: .*/m, upperCased)] }],
    [
      'no spaces in the data of events',
      { pieces: () => (piece) => [piece.replaceAll('": ', '":')] },
    ],
    ['every event twice', { pieces: () => (piece) => [piece, piece] }],
    [
      'another first line of a stream',
      { pieces: () => (piece) => [piece.replace('retry', 'wait')] },
    ],
  ];
}

function upperCased(text: string): string {
  return text.toUpperCase();
}

function statusMutations(): NamedAlteration[] {
  return [
    ['the next status', ofHead((head) => ({ ...head, status: head.status + 1 }))],
    [
      'success where it fails, failure where it succeeds',
      ofHead((head) => ({ ...head, status: head.status < 300 ? 500 : 200 })),
    ],
  ];
}
