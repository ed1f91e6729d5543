// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

export type Ids = string[];

/**
 * The answer of GET /keys: ids by the state of their keys, and the master's own key files.
 */
export interface Keys {
  return: {
    minions: Ids;
    minions_pre: Ids;
    minions_rejected: Ids;
    minions_denied: Ids;
    local: Ids;
  };
}
