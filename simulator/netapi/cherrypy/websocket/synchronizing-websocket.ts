import { isUtf8 } from 'node:buffer';
import type { Socket } from 'node:net';
import { isTooSlow } from '../../listeners/slow-listener.ts';
import { closePayload, frameOf, OPCODE } from '../../websocket/frame.ts';
import { FrameReader } from './frame-reader.ts';
import { MessageReader } from './message-reader.ts';

/** What a client says to be sent events. */
const READY = 'websocket client ready';

/** What every message is answered with, whatever it says. */
const RECEIVED = 'server received message';

/**
 * The server's end of a websocket, by Salt's name for it.
 *
 * It is made by the handshake, before anybody asks for a token: a client that was refused may talk
 * on, and is answered, but breaks the connection when it says that it is ready.
 */
export class SynchronizingWebsocket {
  /** Called when the client says that it is ready; undefined for one that was refused. */
  onReady: (() => void) | undefined;
  /** Called once the connection has ended. */
  onClosed: () => void = () => undefined;
  readonly #frames = new FrameReader();
  readonly #messages = new MessageReader();
  #socket: Socket | undefined;

  /** Takes a connection over, after the handshake. */
  open(socket: Socket): void {
    this.#socket = socket;
    socket.on('data', (bytes) => this.#receive(bytes));
    socket.once('end', () => this.#end());
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#socket = undefined;
      this.onClosed();
    });
    socket.resume();
  }

  /** Sends a text; a client that does not read is dropped. */
  send(text: string): void {
    this.#write(OPCODE.text, Buffer.from(text));
  }

  #receive(bytes: Buffer): void {
    this.#frames.add(bytes);
    while (this.#socket !== undefined) {
      const read = this.#frames.next();
      if (read === undefined) return;
      const received = read.kind === 'frame' ? this.#messages.take(read) : read;
      if (received === undefined) continue;
      switch (received.kind) {
        case 'message':
          this.#answer(received.data);
          break;
        case 'ping':
          this.#write(OPCODE.pong, received.data);
          break;
        case 'closing':
          this.#write(OPCODE.close, closePayload(received.code, received.reason));
          this.#end();
          break;
        case 'crash':
          this.#end();
      }
    }
  }

  #answer(data: Buffer): void {
    if (!isUtf8(data)) return this.#end();
    if (data.toString() === READY) {
      if (this.onReady === undefined) return this.#end();
      this.onReady();
    }
    this.send(RECEIVED);
  }

  #write(opcode: number, payload: Buffer): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    if (isTooSlow(socket)) this.#drop(socket);
    else socket.write(frameOf(opcode, payload));
  }

  #drop(socket: Socket): void {
    this.#socket = undefined;
    socket.destroy();
  }

  #end(): void {
    this.#socket?.destroySoon();
    this.#socket = undefined;
  }
}
