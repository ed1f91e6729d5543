// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The cached data of a minion was refreshed, after its pillar was compiled anew.
 */
export interface MinionRefreshEvent {
  data: {
    'Minion data cache refresh': string;
    /**
     * When it was fired, UTC: without a zone up to 3007, with +00:00 from 3008 on.
     */
    _stamp: string;
  };
  tag: string;
}
