// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What /formatted_events tells of minions: all that the listener knows of, by id.
 */
export interface TornadoFormattedMinions {
  minions: {
    [k: string]: {
      /**
       * Known once somebody has asked for grains.items.
       */
      grains?: {
        [k: string]: unknown;
      };
      id: string;
    };
  };
}
