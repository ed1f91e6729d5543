// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Master {
  authenticate_master: {
    arguments: {
      master_id: string;
      pubkey: string;
      nonce: {
        enc: string;
        sig: string;
      };
    };
    reply: {
      key_state: 'accepted' | 'pending' | 'rejected';
      enc: string;
      jwt?: string;
    };
  };
  delete_master: {
    arguments: {
      master_id: string | null;
      master_uuid: string | null;
    };
    reply: unknown;
  };
  deploy_master: {
    arguments: {
      host_name_ip: string;
      username: string;
      master_id: string | null;
      minion_id: string | null;
      password: string | null;
      private_key: string | null;
      req_salt_version: string | null;
      private_key_path?: string | null;
    };
    reply: string;
  };
  get_master_deployments: {
    arguments: {
      deploy_uuid: string | null;
      master_id: string | null;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        master_id: string;
        deploy_time: string;
        status: string;
        messages: string[];
        user_uuid: string;
      }[];
    };
  };
  get_master_details: {
    arguments: {
      master_id: string | null;
      cluster_id: string | null;
      state: 'accepted' | 'pending' | 'rejected' | null;
      status: 'unknown' | 'present' | 'lost' | null;
      plugin_status: string[] | null;
      plugin_version: string | null;
      salt_version: string | null;
      sort_by:
        | 'master_id'
        | 'cluster_id'
        | 'state'
        | 'status'
        | 'last_seen'
        | 'plugin_version'
        | 'salt_version'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        master_id: string;
        state: 'accepted' | 'pending' | 'rejected';
        cluster_id: string;
        salt_version: string;
        plugin_version: string;
        plugin_status: string;
        last_update_jid: string | null;
        presence_status: 'unknown' | 'present' | 'lost';
      }[];
    };
  };
  get_master_grains: {
    arguments: {
      master_id: string | null;
      master_uuid: string | null;
      split_cluster: boolean;
    };
    reply: {
      [k: string]: {
        grains: {};
      };
    };
  };
  get_master_keys: {
    arguments: {
      state: 'accepted' | 'pending' | 'rejected' | null;
      master_id: string | null;
      sort_by: 'master_id' | 'state' | 'created' | null;
      reverse: boolean | null;
    };
    reply: {
      master_id: string;
      state: 'accepted' | 'pending' | 'rejected';
      created?: string;
      fingerprint?: string | null;
      pubkey?: string | null;
    }[];
  };
  get_master_presence: {
    arguments: {
      master_id: string | null;
      cluster_id: string | null;
      status: 'unknown' | 'present' | 'lost' | null;
      sort_by: 'master_id' | 'cluster_id' | 'status' | 'last_seen' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        master_id: string;
        cluster_id: string;
        last_seen: string;
        status: 'unknown' | 'present' | 'lost';
      }[];
    };
  };
  get_plugin_status: {
    arguments: {
      master_id: string | null;
      cluster_id: string | null;
      plugin_status: string[] | null;
      sort_by: 'master_id' | 'cluster_id' | 'plugin_status' | 'last_seen' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid?: string;
        master_id: string;
        cluster_id?: string;
        plugin_status: string;
        plugin_version?: string;
        last_update_jid?: string | null;
        last_seen?: string;
        log_messages?: string | null;
      }[];
    };
  };
  get_plugin_versions: {
    arguments: {};
    reply: {
      current: {
        build_date: string;
        git_describe: string;
        name: string;
        message: string;
        sha256: string;
        filename: string;
      };
      rollback: {
        name: string;
        message: string;
        filename: string;
      };
    };
  };
  save_master: {
    arguments: {
      master_id: string | null;
      cluster_id: string | null;
      master_uuid: string | null;
      grains: {} | null;
    };
    reply: string;
  };
  save_master_key: {
    arguments: {
      title: string;
      public_key: string;
      state: 'accept' | 'reject';
    };
    reply: true;
  };
  set_master_key_state: {
    arguments: {
      masters: string[];
      action: 'accept' | 'reject' | 'delete';
    };
    reply: string[];
  };
  set_plugin_status: {
    arguments: {
      master_id: string;
      status:
        | 'up_to_date'
        | 'needs_update'
        | 'cannot_update_disconnected'
        | 'cannot_update_plugin_old'
        | 'cannot_update_salt_old'
        | 'cannot_update_reason_unknown'
        | 'upgrading'
        | 'restarting'
        | 'upgrade_failed'
        | 'rollback_failed_disconnected';
      last_update_jid: string | null;
      log_messages: string | null;
    };
    reply: unknown;
  };
  update_plugin: {
    arguments: {
      master_id: string;
    };
    reply: string;
  };
  update_target_group_from_master: {
    arguments: {
      master_id: string | null;
      tgt_uuid: string;
      minions_added: string[];
      minions_deleted: string[];
      canonical_list: boolean;
      cluster_id: string | null;
    };
    reply: unknown;
  };
}
