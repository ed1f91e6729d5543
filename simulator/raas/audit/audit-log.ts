import { isoformat } from '../../python/datetime.ts';
import type { Clock } from '../../master/clock.ts';
import type { Caller } from '../accounts/caller.ts';
import type { Trimmable } from '../trimming.ts';

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

/** An entry with the times it is sought and sorted by, in microseconds since the epoch. */
export interface AuditRecord {
  readonly entry: AuditEntry;
  readonly started: number;
  readonly ended: number;
}

/** Who did what, in the order it happened. */
export class AuditLog implements Trimmable {
  readonly #clock: Clock;
  #records: AuditRecord[] = [];
  #next = 1;
  readonly #listeners: ((entry: AuditEntry) => void)[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @param who the caller, or the name that somebody unknown gave */
  add(who: Caller | string, note: AuditNote): void {
    const known = typeof who === 'string' ? undefined : who;
    const { event_type, event_name, started, failed, status, headers = {} } = note;
    const ended = this.#clock.now();
    const entry: AuditEntry = {
      id: this.#next++,
      start_time: isoformat(started),
      end_time: isoformat(ended),
      event_type,
      event_name,
      username: typeof who === 'string' ? who : who.user.username,
      account_uuid: known?.user.uuid ?? null,
      session_uuid: known?.session_uuid ?? null,
      failed,
      event_data: { note: note.note, status, headers },
    };
    this.#records.push({ entry, started, ended });
    for (const listener of this.#listeners) listener(entry);
  }

  /** Calls back for every entry from now on. */
  listen(listener: (entry: AuditEntry) => void): void {
    this.#listeners.push(listener);
  }

  records(): readonly AuditRecord[] {
    return this.#records;
  }

  trim(before: number, test: boolean): number {
    const kept = this.#records.filter(({ started }) => started >= before);
    const gone = this.#records.length - kept.length;
    if (!test) this.#records = kept;
    return gone;
  }
}
