import type { Socket } from 'node:net';
import type { Profile } from '../../../master/versions/profile.ts';
import { isTooSlow } from '../../listeners/slow-listener.ts';
import { closePayload, frameOf, OPCODE } from '../../websocket/frame.ts';
import { FrameReader } from './frame-reader.ts';
import { MessageReader, type Received } from './message-reader.ts';

/** What a client says to be sent events; whatever else it says is not looked at. */
const READY = 'websocket client ready';

/** Bytes that may wait while nobody reads frames. */
const MOST_PENDING = 64 * 1024;

/** Milliseconds that a client has to close its side, too. */
const CLOSING_TIMEOUT = 5_000;

const NOTHING = Buffer.alloc(0);

/**
 * The server's end of a websocket, as Tornado has it.
 *
 * Frames are read one after the other, each when the one before is dealt with. To be ready takes as
 * long as the stream of events does: meanwhile nothing is answered, no ping and no close frame.
 */
export class TornadoWebsocket {
  /** Called when the client says that it is ready, once. */
  onReady: () => void = () => undefined;
  /** Called once no more can be sent. */
  onClosed: () => void = () => undefined;
  readonly #behaviour: Profile['tornado']['websocket'];
  readonly #frames = new FrameReader();
  readonly #messages = new MessageReader();
  #socket: Socket | undefined;
  #isReady = false;
  #isHeld = false;
  /** Whether the client sends no more. */
  #hasEnded = false;
  /** Whether the last frame has been sent. */
  #isClosed = false;

  constructor(behaviour: Profile['tornado']['websocket']) {
    this.#behaviour = behaviour;
  }

  /** Whether a message can still be sent. */
  get isOpen(): boolean {
    return this.#socket !== undefined && !this.#isClosed;
  }

  /** Takes a connection over, and the bytes that came along with the handshake. */
  open(socket: Socket, bytes: Buffer): void {
    this.#socket = socket;
    socket.on('data', (more) => this.#receive(more));
    socket.once('end', () => {
      this.#hasEnded = true;
      if (!this.#isHeld || this.#behaviour.noticesEnd) this.#end();
    });
    socket.on('error', () => socket.destroy());
    socket.once('close', () => {
      this.#socket = undefined;
      this.onClosed();
    });
    socket.resume();
    if (bytes.length > 0) this.#receive(bytes);
  }

  /** Sends a text; a client that does not read is dropped. */
  send(text: string): void {
    if (this.isOpen) this.#write(OPCODE.text, Buffer.from(text));
  }

  /** Reads no frames for now. */
  hold(): void {
    this.#isHeld = true;
  }

  /** Says that no more comes, without a code, and reads on until the client has said so, too. */
  close(): void {
    this.#sendClose(NOTHING);
    this.#waitForEnd();
    this.#readOn();
  }

  /** The handler failed before it could send anything. */
  fail(): void {
    if (this.#behaviour.failedHandler === 'closed') this.#end();
    else this.#readOn();
  }

  #receive(bytes: Buffer): void {
    this.#frames.add(bytes);
    this.#proceed();
    if (this.#isHeld && this.#frames.length > MOST_PENDING) this.#socket?.pause();
  }

  #readOn(): void {
    this.#isHeld = false;
    this.#socket?.resume();
    this.#proceed();
    if (this.#hasEnded) this.#end();
  }

  #proceed(): void {
    while (this.#socket !== undefined && !this.#isHeld) {
      const read = this.#frames.next(this.#messages.length);
      if (read === undefined) return;
      if (read === 'broken') return this.#end();
      if (read === 'too big') return this.#refuse();
      this.#handle(this.#messages.take(read));
    }
  }

  #handle(received: Received): void {
    if (received === undefined) return;
    if (received === 'broken') return this.#end();
    if (received === 'bad reason')
      return this.#behaviour.badReason === 'closed' ? this.#end() : this.hold();
    switch (received.kind) {
      case 'text':
        if (received.text !== READY || this.#isReady) return;
        this.#isReady = true;
        return this.onReady();
      case 'ping':
        if (!this.#isClosed || this.#behaviour.answersAfterClosing)
          this.#write(OPCODE.pong, received.data);
        return;
      case 'close':
        this.#sendClose(received.code);
        this.#end();
    }
  }

  #refuse(): void {
    this.#sendClose(closePayload(1009, 'message too big'));
    if (!this.#behaviour.lingersAfterTooBig) return this.#end();
    this.#isHeld = true;
    this.#waitForEnd();
  }

  #sendClose(payload: Buffer): void {
    if (!this.isOpen) return;
    this.#write(OPCODE.close, payload);
    this.#isClosed = true;
    this.onClosed();
  }

  #waitForEnd(): void {
    const socket = this.#socket;
    if (socket === undefined) return;
    const timer = setTimeout(() => socket.destroy(), CLOSING_TIMEOUT);
    socket.once('close', () => clearTimeout(timer));
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
