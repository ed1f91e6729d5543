// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Admin {
  delete_vra_params: {
    arguments: {
      param_uuid: string;
    };
    reply: string;
  };
  get_vra_params: {
    arguments: {
      param_uuid: string | null;
    };
    reply: {
      count: number;
      results: {
        url: string;
        extra_params?: {} | null;
        param_uuid: string;
      }[];
    };
  };
  save_vra_params: {
    arguments: {
      url: string;
      extra_params: {} | null;
      param_uuid: string | null;
    };
    reply: string;
  };
  trim_database: {
    arguments: {
      audit: number | null;
      events: number | null;
      jobs: number | null;
      schedule: number | null;
      test: boolean;
    };
    reply: {
      test: boolean;
      jobs?: {
        commands: number;
        'minions-expected': number;
        returns: number;
        jids: number;
      };
      events?: number;
      audit?: number;
      schedule?: number;
    };
  };
}
