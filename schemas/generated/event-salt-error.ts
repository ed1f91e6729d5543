// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A function on a minion raised what Salt has no word of its own for.
 */
export interface SaltErrorEvent {
  data: {
    id: string;
    cmd: '_minion_event';
    pretag: null;
    data: {
      message: 'The minion function caused an exception';
      args: ['The minion function caused an exception'];
      /**
       * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
       */
      _stamp: string;
    };
    tag: '_salt_error';
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
