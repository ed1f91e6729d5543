import { frameOf, OPCODE } from '../../simulator/netapi/websocket/frame.ts';
import { testBrokenWebsockets } from './broken-websockets.ts';
import { ofClose, ofEnd, ofFrames, ofHeader, ofTexts } from './spoilt-websocket.ts';
import type { Variant } from './variant.ts';

/*
 * Websockets that are broken in one way each, and the requirements that must notice: generic
 * mutations of replies end with the handshake.
 */

const CHERRYPY: readonly Variant[] = [
  {
    name: 'the accepted key is that of another handshake',
    between: ofHeader('Sec-Websocket-Accept', 'Kfh9QIsMVZcl6xEPYxPHzW8SZ8w='),
    caughtBy: ['cherrypy.ws-handshake.accepts', 'cherrypy.ws-auth.refusal-headers'],
  },
  {
    name: 'other versions are said to be spoken',
    between: ofHeader('Sec-Websocket-Version', '13'),
    caughtBy: ['cherrypy.ws-handshake.version-8', 'cherrypy.ws-handshake.version-refused'],
  },
  {
    name: 'messages are answered in bytes',
    between: ofFrames(({ opcode, payload }) => [
      frameOf(opcode === OPCODE.text ? OPCODE.binary : opcode, payload),
    ]),
    caughtBy: ['cherrypy.ws-frames.answer', 'cherrypy.ws-frames.any-message'],
  },
  {
    name: 'messages are answered in other words',
    between: ofTexts((text) => [text.replace('server received', 'server has received')]),
    caughtBy: ['cherrypy.ws-frames.fragments', 'cherrypy.ws-auth.refused-talk'],
  },
  {
    name: 'pings are not answered',
    between: ofFrames(({ opcode, payload }) =>
      opcode === OPCODE.pong ? [] : [frameOf(opcode, payload)],
    ),
    caughtBy: ['cherrypy.ws-frames.ping'],
  },
  {
    name: 'a pong has no payload',
    between: ofFrames(({ opcode, payload }) => [
      frameOf(opcode, opcode === OPCODE.pong ? Buffer.alloc(0) : payload),
    ]),
    caughtBy: ['cherrypy.ws-frames.ping'],
  },
  {
    name: 'a close frame has no reason',
    between: ofClose((payload) => [frameOf(OPCODE.close, payload.subarray(0, 2))]),
    caughtBy: [
      'cherrypy.ws-close.echo',
      'cherrypy.ws-close.wrong-code',
      'cherrypy.ws-frames.unmasked',
      'cherrypy.ws-frames.utf8',
      'cherrypy.ws-frames.fragment-order',
      'cherrypy.ws-frames.protocol',
    ],
  },
  {
    name: 'a close without a code is answered in kind',
    between: ofClose((payload) => [
      frameOf(OPCODE.close, payload.readUInt16BE() === 1005 ? Buffer.alloc(0) : payload),
    ]),
    caughtBy: ['cherrypy.ws-close.without-code'],
  },
  {
    name: 'every end is told by a close frame, a crash too',
    between: ofEnd((socket) => socket.write(frameOf(OPCODE.close, Buffer.from([3, 243])))),
    caughtBy: ['cherrypy.ws-frames.binary-utf8'],
  },
  {
    name: 'events have no prefix',
    between: ofTexts((text) => [text.replace(/^data: (.*)\n\n$/s, '$1')]),
    caughtBy: ['cherrypy.ws-events.frame', 'cherrypy.ws-events.same-as-stream'],
  },
  {
    name: 'events come twice',
    between: ofTexts((text) => (text.startsWith('data: ') ? [text, text] : [text])),
    caughtBy: ['cherrypy.ws-events.same-as-stream', 'cherrypy.ws-events.answers-between'],
  },
  {
    name: 'what is formatted has a prefix like events',
    between: ofTexts((text) => [text.startsWith('{"') ? `data: ${text}\n\n` : text]),
    caughtBy: ['cherrypy.ws-formatted.jobs', 'cherrypy.ws-formatted.value-ignored'],
  },
  {
    name: 'jobs are never complete',
    between: ofTexts((text) => [text.replaceAll('"complete"', '"running"')]),
    caughtBy: ['cherrypy.ws-formatted.jobs'],
  },
  {
    name: 'jobs are complete when a minion has failed, too',
    between: ofTexts((text) => [text.replaceAll('"running"', '"complete"')]),
    caughtBy: ['cherrypy.ws-formatted.failure', 'cherrypy.ws-formatted.jobs'],
  },
  {
    name: 'minions are told without grains',
    between: ofTexts((text) => [text.replaceAll(/"grains": \{.*?\}, "id"/gs, '"id"')]),
    caughtBy: ['cherrypy.ws-formatted.grains'],
  },
];

await testBrokenWebsockets('cherrypy', CHERRYPY);
