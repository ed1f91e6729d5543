import type { EventStream } from '../target/event-stream.ts';

/** One session that was opened, and what must be true of it. */
export interface Session {
  readonly id: string;
  /** Whether nobody has logged out of it. */
  isOpen: boolean;
  /** When its Salt token dies, in seconds of the model's time. */
  readonly tokenDies: number;
}

/** Somebody who opened GET /events with a living session. */
export interface Listener {
  readonly stream: EventStream;
  readonly session: Session;
  /** The tags of the hooks fired since, as long as the session lived. */
  readonly expected: string[];
}

/** What must be true of a target after what was done to it; `now` is in seconds since that began. */
export interface SessionModel {
  now: number;
  readonly sessions: Session[];
  listeners: Listener[];
}

/** A model before anything has happened. */
export function emptyModel(): SessionModel {
  return { now: 0, sessions: [], listeners: [] };
}

/** Whether a session is good for more than being a session: open, and its Salt token not dead. */
export function isAlive({ now }: SessionModel, { isOpen, tokenDies }: Session): boolean {
  return isOpen && now < tokenDies;
}
