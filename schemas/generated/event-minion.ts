// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * An event that a function on a minion sent its master; the data is the function's own.
 */
export interface MinionEvent {
  data: {
    id: string;
    cmd: '_minion_event';
    pretag: null;
    data: unknown;
    tag: string;
    /**
     * Seconds since 1970 when the minion sent it.
     */
    ts: number;
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  tag: string;
}
