import { frameOf, OPCODE } from '../../simulator/netapi/websocket/frame.ts';
import { testBrokenWebsockets } from './broken-websockets.ts';
import { answeringPings, ofEnd, ofFrames, ofHeader, ofTexts } from './spoilt-websocket.ts';
import type { Variant } from './variant.ts';

/*
 * Websockets of rest_tornado that are broken in one way each, and the requirements that must notice.
 */

/** The payload of an everyday close frame. */
const CODE_1000 = Buffer.from([3, 232]);

const TORNADO: readonly Variant[] = [
  {
    name: 'the accepted key is that of another handshake',
    between: ofHeader('Sec-Websocket-Accept', 'Kfh9QIsMVZcl6xEPYxPHzW8SZ8w='),
    caughtBy: [
      'tornado.ws-handshake.accepts',
      'tornado.ws-handshake.accepts-formatted',
      'tornado.ws-handshake.any-key',
    ],
  },
  {
    name: 'the versions of old are said to be spoken',
    between: ofHeader('Sec-Websocket-Version', '7, 8, 13'),
    caughtBy: ['tornado.ws-refused.version'],
  },
  {
    name: 'pings are not answered',
    between: ofFrames(({ opcode, payload }) =>
      opcode === OPCODE.pong ? [] : [frameOf(opcode, payload)],
    ),
    caughtBy: [
      'tornado.ws-frames.ping',
      'tornado.ws-frames.unmasked',
      'tornado.ws-frames.fragments',
      'tornado.ws-frames.with-handshake',
    ],
  },
  {
    name: 'every message is answered, as by rest_cherrypy',
    between: ofFrames(({ opcode, payload }) => [
      frameOf(OPCODE.text, Buffer.from('server received message')),
      frameOf(opcode, payload),
    ]),
    caughtBy: ['tornado.ws-frames.silence', 'tornado.ws-frames.binary'],
  },
  {
    name: 'a close has no code',
    between: ofFrames(({ opcode, payload }) => [
      frameOf(opcode, opcode === OPCODE.close ? Buffer.alloc(0) : payload),
    ]),
    caughtBy: ['tornado.ws-close.echo', 'tornado.ws-close.any-code', 'tornado.ws-frames.too-big'],
  },
  {
    name: 'a close without a code is answered with one',
    between: ofFrames(({ opcode, payload }) => [
      frameOf(opcode, opcode === OPCODE.close && payload.length === 0 ? CODE_1000 : payload),
    ]),
    caughtBy: [
      'tornado.ws-close.without-code',
      'tornado.ws-formatted.short-tag',
      'tornado.ws-formatted.missing-key',
    ],
  },
  {
    name: 'every end is told by a close frame',
    between: ofEnd((socket) => socket.write(frameOf(OPCODE.close, CODE_1000))),
    caughtBy: [
      'tornado.ws-close.reason-utf8',
      'tornado.ws-formatted.no-rights',
      'tornado.ws-frames.utf8',
      'tornado.ws-frames.reserved',
      'tornado.ws-frames.opcode',
      'tornado.ws-frames.control-opcode',
      'tornado.ws-frames.long-control',
      'tornado.ws-frames.fragmented-control',
      'tornado.ws-frames.continuation',
      'tornado.ws-frames.begun-twice',
    ],
  },
  {
    name: 'events have the prefix of rest_cherrypy',
    between: ofTexts((text) => [`data: ${text}\n\n`]),
    caughtBy: [
      'tornado.ws-all.frame',
      'tornado.ws-all.path-only',
      'tornado.ws-all.ready-in-fragments',
      'tornado.ws-all.return',
      'tornado.ws-all.same-as-stream',
    ],
  },
  {
    name: 'events come twice',
    between: ofTexts((text) => [text, text]),
    caughtBy: ['tornado.ws-all.once'],
  },
  {
    name: 'frames are read while events are sent',
    between: answeringPings(),
    caughtBy: ['tornado.ws-all.reads-no-more', 'tornado.ws-formatted.reads-no-more'],
  },
  {
    name: 'what is formatted has no newlines behind it',
    between: ofTexts((text) => [text.trimEnd()]),
    caughtBy: ['tornado.ws-formatted.frame'],
  },
  {
    name: 'jobs are never complete',
    between: ofTexts((text) => [text.replaceAll('"complete"', '"running"')]),
    caughtBy: ['tornado.ws-formatted.jobs', 'tornado.ws-formatted.unknown-job'],
  },
  {
    name: 'jobs are complete when a minion has failed, too',
    between: ofTexts((text) => [text.replaceAll('"running"', '"complete"')]),
    caughtBy: ['tornado.ws-formatted.failure'],
  },
  {
    name: 'minions are told in a list, as by rest_cherrypy',
    between: ofTexts((text) => [withMinionsInList(text)]),
    caughtBy: [
      'tornado.ws-minions.grains',
      'tornado.ws-minions.accepted',
      'tornado.ws-minions.present',
    ],
  },
];

await testBrokenWebsockets('tornado', TORNADO);

/** What rest_cherrypy makes of minions. */
function withMinionsInList(text: string): string {
  if (!text.startsWith('{"minions": ')) return text;
  const { minions } = JSON.parse(text) as { readonly minions: Readonly<Record<string, unknown>> };
  return JSON.stringify({ minions: Object.values(minions) }).replace(':', ': ');
}
