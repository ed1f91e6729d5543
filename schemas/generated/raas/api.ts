// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Api {
  discover: {
    arguments: {
      include: {} | unknown[] | null;
    };
    reply: {
      api?: {
        [k: string]: {};
      };
      constants?: {};
      errors?: {
        errorcode: {};
      };
      metrics?: string[];
    };
  };
  get_versions: {
    arguments: {};
    reply: {
      python: string;
      raas: {
        raas: string;
      };
      deps: [string, string, ...string[]][];
      opts?: {};
    };
  };
}
