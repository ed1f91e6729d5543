import { expect, test } from '@playwright/test';
import net, { type Socket } from 'node:net';
import type { Request, RequestHandler } from 'express';
import type { CherootRequest } from '../../simulator/netapi/cherrypy/cheroot/cheroot-request.ts';
import { frameOf, OPCODE } from '../../simulator/netapi/websocket/frame.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { framesIn, type ReceivedFrame } from '../../specs/target/websocket-frame.ts';
import { altering } from './altering.ts';
import { BrokenSimulator } from './broken-simulator.ts';
import type { Variant } from './variant.ts';

/*
 * Websockets that are broken in one way each, and the requirements that must notice: generic
 * mutations of replies end with the handshake.
 */

const VARIANTS: readonly Variant[] = [
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

const declared = (await loadSpecifications()).flatMap(({ requirements }) => requirements);

for (const { name, caughtBy, ...breakage } of VARIANTS) {
  test(`a websocket where ${name} is found out`, async () => {
    const simulator = await BrokenSimulator.start();
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

/** Gives a header another value, wherever it stands. */
function ofHeader(name: string, value: string): RequestHandler {
  const change = (headers: readonly (readonly [string, string])[]) =>
    headers.map(([known, old]) => [known, known === name ? value : old] as const);
  return altering({ reply: (draft) => ({ ...draft, headers: change(draft.headers) }) });
}

function ofTexts(change: (text: string) => readonly string[]): RequestHandler {
  return ofFrames(({ opcode, payload }) =>
    opcode === OPCODE.text
      ? change(payload.toString()).map((text) => frameOf(OPCODE.text, Buffer.from(text)))
      : [frameOf(opcode, payload)],
  );
}

function ofClose(change: (payload: Buffer) => readonly Buffer[]): RequestHandler {
  return ofFrames(({ opcode, payload }) =>
    opcode === OPCODE.close ? change(payload) : [frameOf(opcode, payload)],
  );
}

/** Sends other frames in place of one. */
function ofFrames(change: (frame: ReceivedFrame) => readonly Buffer[]): RequestHandler {
  return ofSocket((socket) => {
    const write = (bytes: Buffer): boolean => net.Socket.prototype.write.call(socket, bytes);
    const changed = (bytes: Buffer): boolean =>
      write(Buffer.concat(framesIn(bytes).flatMap((frame) => [...change(frame)])));
    Object.assign(socket, { write: changed });
  });
}

function ofEnd(before: (socket: Socket) => void): RequestHandler {
  return ofSocket((socket) => {
    const end = socket.destroySoon.bind(socket);
    Object.assign(socket, {
      destroySoon: () => {
        before(socket);
        end();
      },
    });
  });
}

/** Does something to the socket of a websocket before it is handed over. */
function ofSocket(spoil: (socket: Socket) => void): RequestHandler {
  return (req: Request, _, next) => {
    let takeOver: CherootRequest['takeOver'];
    Object.defineProperty(req, 'takeOver', {
      get: () => takeOver,
      set: (original: (socket: Socket) => void) => {
        takeOver = (socket) => {
          spoil(socket);
          original(socket);
        };
      },
    });
    next();
  };
}
