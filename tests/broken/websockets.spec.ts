import { expect, test } from '@playwright/test';
import { frameOf, OPCODE } from '../../simulator/netapi/websocket/frame.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { BrokenSimulator } from './broken-simulator.ts';
import { answeringPings, ofClose, ofEnd, ofFrames, ofHeader, ofTexts } from './spoilt-websocket.ts';
import type { Variant } from './variant.ts';

/*
 * Websockets that are broken in one way each, and the requirements that must notice: generic
 * mutations of replies end with the handshake.
 */

/** The payload of an everyday close frame. */
const CODE_1000 = Buffer.from([3, 232]);

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

/** The variants of each module. */
const VARIANTS = [
  ...CHERRYPY.map((variant) => ({ api: 'cherrypy' as const, ...variant })),
  ...TORNADO.map((variant) => ({ api: 'tornado' as const, ...variant })),
];

const declared = (await loadSpecifications()).flatMap(({ requirements }) => requirements);

for (const { api, name, caughtBy, ...breakage } of VARIANTS) {
  test(`a websocket of rest_${api} where ${name} is found out`, async () => {
    const simulator = await BrokenSimulator.start(api);
    try {
      const named = declared.filter(({ declaration }) => caughtBy.includes(declaration.id));
      for (const requirement of named)
        expect.soft(await simulator.try(requirement)).toMatchObject({ outcome: 'pass' });
      await simulator.break(breakage);
      for (const requirement of named)
        expect.soft(await simulator.try(requirement)).toMatchObject({ outcome: 'fail' });
      expect(named).toHaveLength(caughtBy.length);
    } finally {
      await simulator.close();
    }
  });
}

/** What rest_cherrypy makes of minions. */
function withMinionsInList(text: string): string {
  if (!text.startsWith('{"minions": ')) return text;
  const { minions } = JSON.parse(text) as { readonly minions: Readonly<Record<string, unknown>> };
  return JSON.stringify({ minions: Object.values(minions) }).replace(':', ': ');
}
