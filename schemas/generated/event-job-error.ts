// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A publish was refused; the whole load is in it, credentials included.
 */
export interface JobErrorEvent {
  data: {
    cmd: 'publish';
    /**
     * The target, as its tgt_type reads it.
     */
    tgt: string | string[];
    /**
     * A function, or those of a compound call.
     */
    fun: string | string[];
    arg: unknown[];
    key: string;
    tgt_type: string;
    ret: string;
    jid: string;
    kwargs: {
      [k: string]: unknown;
    };
    /**
     * Whoever asked, as the log-in named them.
     */
    user: {
      [k: string]: unknown;
    };
    error: {
      name: 'AuthenticationError' | 'AuthorizationError';
      message: string;
    };
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  tag: string;
}
