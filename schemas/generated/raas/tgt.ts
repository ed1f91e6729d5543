// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Tgt {
  delete_target_group: {
    arguments: {
      tgt_uuid: string | string[];
      force: boolean | null;
    };
    reply: unknown;
  };
  get_target_group: {
    arguments: {
      tgt_uuid: string | null;
      master_id: string | null;
      pillar_uuid: string | null;
      role_uuid: string | null;
      name: string | null;
      desc: string | null;
      include_pillar_data: boolean | null;
      sort_by: 'name' | 'desc' | null;
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
        desc: string;
        tgt: {
          [k: string]: {
            tgt: string;
            tgt_type: string;
          };
        };
        pillars: unknown[];
        metadata: {
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
  get_target_group_access: {
    arguments: {
      tgt_uuid: string;
    };
    reply: {
      [k: string]: ('read' | 'write' | 'delete' | 'discover')[];
    };
  };
  get_target_group_minions: {
    arguments: {
      tgt_uuid: string | null;
      tgt: {
        [k: string]: {
          tgt?: string;
          tgt_type?: string;
        };
      } | null;
    };
    reply: {
      [k: string]: string[];
    };
  };
  save_target_group: {
    arguments: {
      tgt: {
        [k: string]: {
          tgt?: string;
          tgt_type?: unknown;
        };
      };
      name: string | null;
      tgt_uuid: string | null;
      desc: string | null;
      pillar_uuids: string[] | null;
      wait_for_match: boolean;
    };
    reply: string;
  };
  save_target_group_access: {
    arguments: {
      tgt_uuid: string;
      access_payload: {
        [k: string]: unknown[];
      };
    };
    reply: string | boolean;
  };
}
