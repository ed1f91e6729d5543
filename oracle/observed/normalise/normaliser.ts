import { createHash } from 'node:crypto';
import type { RecordedBytes, RecordedHead, RecordedRequest } from '../../../specs/recording.ts';
import { bytesOf, observedBody } from '../observed-body.ts';
import {
  instantOfJid,
  isPresent,
  JID,
  jidOfStartTime,
  relativeInstants,
  START_TIME,
  type Instant,
} from './instants.ts';
import type { ObservedBody, ObservedReply, ObservedRequest } from '../observed.ts';
import { Placeholders } from './placeholders.ts';
import { measureless } from './statistics.ts';
import { undocumented } from './undocumented.ts';
import { settleOrder } from './unordered.ts';

/** What one run differs from every other in. */
export interface RunFacts {
  /** The target's base URL. */
  readonly target: string;
  /** Part of every name that the run made up; absent where it took the fixture's. */
  readonly runId?: string;
  /** When the first step began; jobs from before are not the run's own. */
  readonly began: Instant;
}

/** The run id of fixtures, as long as those of real runs (milliseconds in base 36). */
const FIXTURE_RUN = 'observed';

/**
 * Rewrites what a run sent and got so that only what Salt decides is left: job ids and tokens
 * become placeholders, instants become offsets from the Date of their reply, and what depends on
 * the host, the processes and the order of minions is taken out. Everything else stays to the byte.
 *
 * One normaliser serves one requirement from its first step to its last, and is told of them in order.
 */
export class Normaliser {
  readonly #facts: RunFacts;
  readonly #host: string;
  readonly #placeholders = new Placeholders();
  /** Hexadecimal texts that the suite made up: no secrets of the target, even if it repeats them. */
  readonly #made = new Set<string>();
  readonly #uniqueNames = new Map<string, string>();
  #now: Instant;

  constructor(facts: RunFacts) {
    this.#facts = facts;
    this.#host = new URL(facts.target).host;
    this.#now = facts.began;
  }

  request({ method, path, headers, body }: RecordedRequest): ObservedRequest {
    const lines = headers.map(([name, value]) => this.sent(`${name}: ${value}`));
    const sent = observedBody(body, (text) => this.sent(text));
    return {
      request: `${method} ${this.sent(path)}`,
      headers: lines,
      ...(sent !== '' && { body: sent }),
    };
  }

  /** A text that the suite sent: nothing in it is replaced but what came from the target before. */
  sent(text: string): string {
    const named = this.#placeholders.named(this.#uniqueNamed(this.#placeless(text)));
    for (const [hex] of named.matchAll(HEX)) this.#made.add(hex);
    return named;
  }

  head({ status, reason, headers }: RecordedHead): ObservedReply {
    this.#setNow(headers.map(([name, value]) => `${name}: ${value}`).join('\n'));
    const lines = headers.map(([name, value]) => this.received(`${name}: ${value}`));
    return { status: `${status} ${reason}`, headers: lines };
  }

  reply({ body, ...head }: RecordedHead & { readonly body: RecordedBytes }): ObservedReply {
    const bytes = bytesOf(body);
    const right = new Map([
      [`Content-Length: ${bytes.length}`, 'Content-Length: <length>'],
      [`Etag: "${createHash('sha1').update(bytes).digest('hex')}"`, 'Etag: <of the body>'],
    ]);
    const { status, headers } = this.head(head);
    const got = observedBody(body, (text) => this.received(text));
    return {
      status,
      // That they are right says all; they differ with the times in the body.
      headers: headers.map((line) => right.get(line) ?? line),
      ...(got !== '' && { body: got }),
    };
  }

  /** What came over a bare connection: a reply as one text. */
  raw(received: RecordedBytes): ObservedBody {
    return observedBody(received, (text) => {
      this.#setNow(text);
      const [head = '', ...rest] = text.split('\r\n\r\n');
      const body = rest.join('\r\n\r\n');
      const length = `\r\nContent-Length: ${Buffer.byteLength(body)}`;
      const isRight = `${head}\r\n`.includes(`${length}\r\n`);
      const settled = isRight ? head.replace(length, '\r\nContent-Length: <length>') : head;
      const parts = rest.length > 0 ? [settled, body] : [settled];
      return parts.map((part) => this.received(part)).join('\r\n\r\n');
    });
  }

  /** A text that came from the target. */
  received(text: string): string {
    this.#learnSecrets(text);
    const settled = settleOrder(text, (key) => this.isForeign(key));
    const named = this.#placeholders.named(this.#uniqueNamed(this.#placeless(settled)));
    return undocumented(
      measureless(processless(relativeInstants(this.#jidsNamed(named), this.#now))),
    );
  }

  /** Names the job ids of a text without keeping it, until that is enough. */
  learnJids(text: string, isEnough: () => boolean): void {
    for (const [jid] of text.matchAll(JID)) {
      if (isEnough()) return;
      if (this.#isOwnJid(jid)) this.#placeholders.name('jid', jid);
    }
  }

  /** Whether a text has an own job id that has no name yet. */
  hasUnknownJid(text: string): boolean {
    return [...text.matchAll(JID)].some(
      ([jid]) => this.#isOwnJid(jid) && !this.#placeholders.has(jid),
    );
  }

  /** Whether a job id is of a job from before the recording. */
  isForeign(jid: string): boolean {
    return (
      /^\d{20}$/.test(jid) &&
      isPresent(instantOfJid(jid), this.#now, DAY) &&
      instantOfJid(jid) < this.#facts.began
    );
  }

  /** A text of a fixture with what its placeholders stand for here. */
  filled(text: string): string {
    return this.#placeholders.filled(text).replaceAll('<host>', this.#host);
  }

  /** Whether a text of a fixture names something that has not come up here. */
  lacks(text: string): boolean {
    return this.#placeholders.lacks(text);
  }

  #setNow(head: string): void {
    const [, date] = /^Date: (.+? GMT)\r?$/m.exec(head) ?? [];
    if (date !== undefined) this.#now = Date.parse(date);
  }

  #isOwnJid(jid: string): boolean {
    return isPresent(instantOfJid(jid), this.#now) && !this.isForeign(jid);
  }

  #jidsNamed(text: string): string {
    return text
      .replace(JID, (jid) => (this.#isOwnJid(jid) ? this.#placeholders.name('jid', jid) : jid))
      .replace(START_TIME, (time, ...groups: string[]) => {
        const jid = jidOfStartTime([time, ...groups]);
        return this.#isOwnJid(jid) ? `<start of ${this.#placeholders.name('jid', jid)}>` : time;
      });
  }

  /** Session ids are in headers and cookies; Salt's own tokens in fields of that name. */
  #learnSecrets(text: string): void {
    for (const pattern of SECRETS)
      for (const [, hex = ''] of text.matchAll(pattern))
        if (!this.#made.has(hex))
          this.#placeholders.name(hex.length === 40 ? 'session' : 'token', hex);
  }

  #placeless(text: string): string {
    return text.replaceAll(this.#host, '<host>');
  }

  /** Names are numbered from the first that this requirement made, whatever others made before. */
  #uniqueNamed(text: string): string {
    const { runId } = this.#facts;
    if (runId === undefined) return text;
    return text.replace(new RegExp(`${runId}-\\d+-(\\d{4})`, 'g'), (name) => {
      const number = String(this.#uniqueNames.size + 1).padStart(4, '0');
      const known = this.#uniqueNames.get(name) ?? `${FIXTURE_RUN}-0-${number}`;
      this.#uniqueNames.set(name, known);
      return known;
    });
  }
}

const DAY = 86_400_000;

const HEX = /(?<![0-9a-zA-Z])[0-9a-f]{32,128}(?![0-9a-zA-Z])/g;

const SECRETS = [
  /^X-Auth-Token: ([0-9a-f]{32,128})\r?$/gm,
  /^Set-Cookie: session_id=([0-9a-f]{32,128});/gm,
  /\btoken["']?: ["']?([0-9a-f]{32,128})\b/g,
];

/** The frames of a Python traceback, lines of Salt's source with their numbers; what was raised follows them. */
const FRAMES = /(Traceback \(most recent call last\):)(\n|\\n)(?: {2}.*?\2)+(?=\S)/gs;

/** Takes out what differs between processes and machines, or shows Salt's source. */
function processless(text: string): string {
  return text
    .replace(/((?:__pub_)?\bpid["']?: )\d+/g, '$1<pid>')
    .replace(/(\bas PID )\d+/g, '$1<pid>')
    .replace(/(\bduration["']?: )\d+(?:\.\d+)?(?:e-?\d+)?/g, '$1<duration>')
    .replace(/(\bstart_time["']?: ["']?)\d{2}:\d{2}:\d{2}\.\d{6}/g, '$1<time of day>')
    .replace(FRAMES, '$1$2')
    .replace(/\/[^\s"'<>]*?\/(?=(?:site-packages|dist-packages)\/)/g, '<python>/')
    .replace(/(?<=\bWSGIServer\/0\.2 C?Python\/)\S+/g, '<version>')
    .replace(/\b0x[0-9a-f]{8,16}\b/g, '<address>')
    .replace(/(?<=boundary=|--)={15}\d{19}==/g, '<boundary>');
}
