import net, { type Socket } from 'node:net';
import type { Request, RequestHandler } from 'express';
import { frameOf, OPCODE } from '../../simulator/netapi/websocket/frame.ts';
import { framesIn, type ReceivedFrame } from '../../specs/target/websocket-frame.ts';
import { altering } from './altering.ts';

/*
 * Ways to break a websocket: what stands between clients and the simulator changes the socket that
 * is handed over.
 */

/** Gives a header another value, wherever it stands. */
export function ofHeader(name: string, value: string): RequestHandler {
  const change = (headers: readonly (readonly [string, string])[]) =>
    headers.map(([known, old]) => [known, known === name ? value : old] as const);
  return altering({ reply: (draft) => ({ ...draft, headers: change(draft.headers) }) });
}

/** Sends other texts in place of one. */
export function ofTexts(change: (text: string) => readonly string[]): RequestHandler {
  return ofFrames(({ opcode, payload }) =>
    opcode === OPCODE.text
      ? change(payload.toString()).map((text) => frameOf(OPCODE.text, Buffer.from(text)))
      : [frameOf(opcode, payload)],
  );
}

/** Sends other frames in place of a close frame. */
export function ofClose(change: (payload: Buffer) => readonly Buffer[]): RequestHandler {
  return ofFrames(({ opcode, payload }) =>
    opcode === OPCODE.close ? change(payload) : [frameOf(opcode, payload)],
  );
}

/** Sends other frames in place of one. */
export function ofFrames(change: (frame: ReceivedFrame) => readonly Buffer[]): RequestHandler {
  return ofSocket((socket) => {
    const write = (bytes: Buffer): boolean => net.Socket.prototype.write.call(socket, bytes);
    const changed = (bytes: Buffer): boolean =>
      write(Buffer.concat(framesIn(bytes).flatMap((frame) => [...change(frame)])));
    Object.assign(socket, { write: changed });
  });
}

/** Answers pings beside whatever the simulator does. */
export function answeringPings(): RequestHandler {
  return ofSocket((socket) => {
    socket.on('data', (bytes) => {
      const isPing = framesIn(bytes).some(({ opcode }) => opcode === OPCODE.ping);
      if (isPing) socket.write(frameOf(OPCODE.pong, Buffer.alloc(0)));
    });
  });
}

/** Does something before the connection ends. */
export function ofEnd(before: (socket: Socket) => void): RequestHandler {
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

/** Takes a connection over, and what has come already where the module hands that on. */
type TakeOver = (socket: Socket, bytes: Buffer) => void;

/** Does something to the socket of a websocket before it is handed over. */
function ofSocket(spoil: (socket: Socket) => void): RequestHandler {
  return (req: Request, _, next) => {
    let takeOver: TakeOver | undefined;
    Object.defineProperty(req, 'takeOver', {
      get: () => takeOver,
      set: (original: TakeOver) => {
        takeOver = (socket, bytes) => {
          spoil(socket);
          original(socket, bytes);
        };
      },
    });
    next();
  };
}
