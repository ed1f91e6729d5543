// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Minions {
  delete_minion_cache: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
    };
    reply: unknown;
  };
  delete_minion_key_state: {
    arguments: {
      master_id: string | null;
    };
    reply: unknown;
  };
  deploy_minion: {
    arguments: {
      master_id: string;
      host_name_ip: string;
      os: 'windows' | 'linux';
      username: string;
      minion_id: string | null;
      password: string | null;
      private_key: string | null;
      private_key_path: string | null;
      saltenv: string | null;
      pillarenv: string | null;
      installer_file_name: string | null;
      state_files: string[] | null;
      variables: {} | null;
      additional_minion_params: {} | null;
      additional_auth_params: {
        provider?: {};
        profile?: {};
      } | null;
    };
    reply: string;
  };
  get_minion_cache: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
      tgt_uuid: string | null;
      sort_by:
        | 'alter_time'
        | 'minion'
        | 'master'
        | 'saltversion'
        | 'osfullname'
        | 'ipv4'
        | 'ipv6'
        | 'presence'
        | null;
      page: number | null;
      limit: number;
      reverse: boolean;
    };
    reply: {
      count: number;
      results: {
        minion: string;
        master: string;
        grains: {};
        alter_time?: string;
        presence?: 'unknown' | 'present' | 'lost';
      }[];
    };
  };
  get_minion_deployments: {
    arguments: {
      deploy_uuid: string | null;
      minion_id: string | null;
      master_id: string | null;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        deploy_jid: string;
        state_run_jid: string | null;
        master_id: string;
        minion_id: string;
        deploy_time: string;
        status: string;
        message: string | null;
        payload: {
          os: string;
          saltenv: string;
          pillarenv: string;
          variables: {};
          state_files: string[];
          host_name_ip: string;
          installer_file_name: string | null;
          additional_auth_params: {} | null;
          additional_minion_params: {} | null;
        };
        pillar_uuid: string;
        user_uuid: string;
      }[];
    };
  };
  get_minion_details: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
      tgt_uuid: string | null;
      grains: {
        [k: string]: unknown;
      } | null;
      sort_by: string | null;
      reverse: boolean | null;
      page: number | null;
      limit: number;
      response_file: string | null;
      exact_match: boolean | null;
    };
    reply: {
      count: number;
      results: {
        minion?: string;
        master?: string;
        grains?: {};
        alter_time?: string;
        presence?: 'unknown' | 'present' | 'lost';
        key_state?: 'accepted' | 'rejected' | 'pending' | 'denied';
      }[];
    };
  };
  get_minion_grain_keys: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
      tgt_uuid: string | null;
    };
    reply: string[];
  };
  get_minion_grain_values: {
    arguments: {
      key: string;
      master_id: string | null;
      minion_id: string | null;
      tgt_uuid: string | null;
    };
    reply: unknown[];
  };
  get_minion_key_state: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
      key_state: 'accepted' | 'rejected' | 'pending' | 'denied' | null;
      sort_by: 'master_id' | 'minion_id' | 'key_state' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        master: string;
        minion: string;
        key_state: ('accepted' | 'rejected' | 'pending' | 'denied')[] | string;
      }[];
    };
  };
  get_minion_presence: {
    arguments: {
      master_id: string | null;
      minion_id: string | null;
      status: 'unknown' | 'present' | 'lost' | null;
      ipv4: string | null;
      host: string | null;
      separate_master_cluster_ids: boolean | null;
      sort_by: 'minion' | 'master' | 'status' | 'timestamp' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        minion: string;
        master: string;
        status: 'unknown' | 'present' | 'lost';
        timestamp: string;
        cluster_id?: string;
      }[];
    };
  };
  save_minion_cache: {
    arguments: {
      master_id: string;
      minions_delta: {
        update?: {
          [k: string]: {};
        };
        delete?: string[];
      };
    };
    reply: unknown;
  };
  save_minion_key_state: {
    arguments: {
      master_id: string;
      keys: {
        minions: string[];
        minions_rejected: string[];
        minions_pre: string[];
        minions_denied: string[];
      };
    };
    reply: unknown;
  };
  set_minion_key_state: {
    arguments: {
      state: 'accept' | 'delete' | 'reject';
      minions: [string, string][];
      include_accepted: boolean | null;
      include_rejected: boolean | null;
      include_denied: boolean | null;
    };
    reply: {
      task_ids: string[];
    };
  };
}
