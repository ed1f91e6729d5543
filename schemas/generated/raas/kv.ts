// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Kv {
  delete_key: {
    arguments: {
      key: string;
    };
    reply: number;
  };
  delete_system_key: {
    arguments: {
      key: string;
    };
    reply: number;
  };
  get_key: {
    arguments: {
      key: string;
    };
    reply: string | number | {} | unknown[] | null;
  };
  list_keys: {
    arguments: {};
    reply: string[];
  };
  set_key: {
    arguments: {
      key: string;
      value: string | null;
    };
    reply: unknown;
  };
  set_system_key: {
    arguments: {
      key: string;
      value: string;
    };
    reply: unknown;
  };
}
