import http from 'node:http';
import { text } from 'node:stream/consumers';
import { startSimulator, type Simulator, type SimulatorOptions } from '../../simulator/index.ts';
import type { ScriptedRequest, Step } from './script.ts';

/** The tag of the event that ends what a player listens for. */
const LAST_TAG = 'player/last';

/** Plays steps on a simulator of its own, and keeps every byte that comes back. */
export class Player {
  readonly #simulator: Simulator;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 4 });
  readonly #transcript: string[] = [];
  readonly #sessions: string[] = [];
  #jid = '20260102030405000000';
  #events: Promise<string> = Promise.resolve('');

  private constructor(simulator: Simulator) {
    this.#simulator = simulator;
  }

  static async start(options: SimulatorOptions): Promise<Player> {
    return new Player(await startSimulator(options));
  }

  async play(step: Step): Promise<void> {
    if (step.kind === 'passes') await this.#simulator.clock.advance({ seconds: step.seconds });
    else if (step.kind === 'fires') this.#simulator.events.fire(step.tag, { by: 'player' });
    else await this.#request(step.request, step.session);
  }

  /** Everything that came back: the answers in order, then the events that the first session saw. */
  async end(): Promise<string> {
    this.#simulator.events.fire(LAST_TAG);
    const events = await this.#events;
    await this.close();
    return [...this.#transcript, events].join('\n');
  }

  async close(): Promise<void> {
    this.#agent.destroy();
    await this.#simulator.close();
  }

  async #request(
    { method, path, type, accept, body }: ScriptedRequest,
    session: number,
  ): Promise<void> {
    const token = this.#sessions[session % Math.max(1, this.#sessions.length)];
    const answer = await this.#open(method, this.#filledIn(path), this.#filledIn(body ?? ''), {
      ...(type !== undefined && { 'Content-Type': type }),
      ...(accept !== undefined && { Accept: accept }),
      ...(token !== undefined && { 'X-Auth-Token': token }),
    });
    const content = await text(answer);
    this.#transcript.push(
      `${method} ${path} ${answer.statusCode} ${answer.statusMessage}`,
      ...answer.rawHeaders,
      content,
    );
    this.#jid = /\b\d{20}\b/.exec(content)?.[0] ?? this.#jid;
    const minted = answer.headers['x-auth-token'];
    if (typeof minted !== 'string') return;
    this.#sessions.push(minted);
    if (this.#sessions.length === 1) this.#events = untilLast(await this.#stream(minted));
  }

  #filledIn(template: string): string {
    return template.replaceAll('<jid>', this.#jid);
  }

  #stream(token: string): Promise<http.IncomingMessage> {
    return this.#open('GET', '/events', '', { 'X-Auth-Token': token });
  }

  #open(
    method: string,
    path: string,
    body: string,
    headers: Readonly<Record<string, string>>,
  ): Promise<http.IncomingMessage> {
    return new Promise((resolve, reject) => {
      const length = body === '' ? {} : { 'Content-Length': String(Buffer.byteLength(body)) };
      const request = http.request(this.#simulator.url + path, {
        method,
        agent: this.#agent,
        // The port is another for each simulator.
        headers: { Host: 'salt', ...headers, ...length },
      });
      request.once('error', reject).once('response', resolve).end(body);
    });
  }
}

/** What an event stream brings, its last event included. */
async function untilLast(stream: http.IncomingMessage): Promise<string> {
  let received = '';
  for await (const chunk of stream.setEncoding('utf8')) {
    received += String(chunk);
    if (received.includes(`tag: ${LAST_TAG}\n`) && received.endsWith('\n\n')) break;
  }
  return received;
}
