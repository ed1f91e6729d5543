// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Pillar {
  delete_pillar: {
    arguments: {
      pillar_uuid: string;
    };
    reply: unknown;
  };
  get_pillar_access: {
    arguments: {
      pillar_uuid: string;
    };
    reply: {
      [k: string]: ('read' | 'write' | 'delete' | 'discover')[];
    };
  };
  get_pillars: {
    arguments: {
      pillar_uuid: string | null;
      name: string | null;
      sort_by: 'name' | null;
      reverse: boolean | null;
      limit: number;
      page: number | null;
    };
    reply: {
      count: number;
      limit: number;
      results: {
        uuid: string;
        name: string;
        desc?: string | null;
        pillar_type?: string;
        pillar: {};
        metadata?: {
          auth: {
            owner: {
              uuid: string;
              username: string;
              config_name: string;
            };
            access: {
              [k: string]: {
                read: boolean;
                write: boolean;
                delete: boolean;
                discover: boolean;
              };
            };
          };
        };
      }[];
    };
  };
  save_pillar: {
    arguments: {
      pillar: {};
      pillar_type: string;
      pillar_uuid: string | null;
      name: string;
      desc: string | null;
    };
    reply: string;
  };
  save_pillar_access: {
    arguments: {
      pillar_uuid: string;
      access_payload: {
        [k: string]: unknown[];
      };
    };
    reply: unknown;
  };
}
