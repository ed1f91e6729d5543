// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Conf {
  delete_master_config: {
    arguments: {
      master_id: string;
    };
    reply: unknown;
  };
  get_master_config: {
    arguments: {
      master_id: string;
    };
    reply: string;
  };
  replace_master_config: {
    arguments: {
      master_id: string;
      config_yaml: string | null;
    };
    reply: unknown;
  };
  save_master_config: {
    arguments: {
      master_id: string;
      config_yaml: string | null;
    };
    reply: unknown;
  };
}
