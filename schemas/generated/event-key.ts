// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * A key moved to another state, or was deleted.
 */
export interface KeyEvent {
  data: {
    result: true;
    act: 'accept' | 'accepted' | 'reject' | 'rejected' | 'delete';
    id: string;
    pub?: string;
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  tag: string;
}
