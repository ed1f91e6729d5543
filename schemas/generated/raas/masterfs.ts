// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Masterfs {
  get_masterfs: {
    arguments: {
      master_id: string | null;
      saltenv: string | null;
      file: string | null;
      sort_by: 'master' | 'saltenv' | 'file' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        master?: string;
        saltenv: string;
        file: string;
      }[];
    };
  };
}
