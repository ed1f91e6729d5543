// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The data line of any event.
 */
export interface AnyEvent {
  data: {
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
    [k: string]: unknown;
  };
  tag: string;
}
