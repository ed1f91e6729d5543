// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * What /ws?format_events tells of minions: all that the listener knows of.
 */
export interface FormattedMinions {
  minions: {
    /**
     * Known once somebody has asked for grains.items.
     */
    grains?: {
      [k: string]: unknown;
    };
    id: string;
  }[];
}
