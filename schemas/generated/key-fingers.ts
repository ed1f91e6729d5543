// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /keys/<mid>: fingerprints by the state of the keys and the id.
 */
export interface KeyFingers {
  return: {
    [k: string]: {
      [k: string]: string;
    };
  };
}
