import { isoformat } from '../../python/datetime.ts';
import type { Clock } from '../../master/clock.ts';
import type { Caller } from '../accounts/caller.ts';

/** The kinds of entries in the audit log (raas §7). */
export type AuditType = 'system' | 'auth' | 'rpc' | 'task';

/** Something that happened; times are ISO, in UTC and without a zone. */
export interface AuditEntry {
  readonly id: number;
  readonly start_time: string;
  readonly end_time: string;
  readonly event_type: AuditType;
  /** `login`, or for a call its resource and method: `test.echo`. */
  readonly event_name: string;
  readonly username: string;
  readonly account_uuid: string | null;
  readonly session_uuid: string | null;
  readonly failed: boolean;
  readonly event_data: {
    readonly note: string;
    readonly status: number;
    readonly headers: Readonly<Record<string, string>>;
  };
}

/** What is told of an entry when it is made. */
export interface AuditNote {
  readonly event_type: AuditType;
  readonly event_name: string;
  /** When it began, in microseconds since the epoch. */
  readonly started: number;
  readonly failed: boolean;
  readonly note: string;
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who did what, in the order it happened. */
export class AuditLog {
  readonly #clock: Clock;
  #entries: AuditEntry[] = [];
  #next = 1;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param who the caller, or the name that somebody unknown gave */
  add(who: Caller | string, entry: AuditNote): void {
    const known = typeof who === 'string' ? undefined : who;
    const { event_type, event_name, failed, note, status, headers = {} } = entry;
    this.#entries.push({
      id: this.#next++,
      start_time: isoformat(entry.started),
      end_time: isoformat(this.#clock.now()),
      event_type,
      event_name,
      username: typeof who === 'string' ? who : who.user.username,
      account_uuid: known?.user.uuid ?? null,
      session_uuid: known?.session_uuid ?? null,
      failed,
      event_data: { note, status, headers },
    });
  }

  entries(): readonly AuditEntry[] {
    return this.#entries;
  }

  /** Forgets what began before an instant, an ISO time, and gives how many entries that were. */
  trim(before: string): number {
    const kept = this.#entries.filter(({ start_time }) => start_time >= before);
    const gone = this.#entries.length - kept.length;
    this.#entries = kept;
    return gone;
  }
}
