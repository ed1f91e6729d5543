// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Settings {
  delete_auth_config: {
    arguments: {
      config_name: string;
    };
    reply: unknown;
  };
  delete_sso_config: {
    arguments: {
      slug: string;
    };
    reply: unknown;
  };
  end_directory_preview: {
    arguments: {
      config_name: string;
      preview_type: string;
      task_id: string;
    };
    reply: unknown;
  };
  get_auth_config: {
    arguments: {
      config_name: string | null;
      include_preview: boolean | null;
    };
    reply: {} | {}[];
  };
  get_auth_config_access: {
    arguments: {
      config_uuid: string;
    };
    reply: {};
  };
  get_config_unprotected: {
    arguments: {
      name: string;
    };
    reply: {};
  };
  get_directory_preview_records: {
    arguments: {
      config_name: string;
      preview_type: string;
      task_id: string | null;
      page: number;
      limit: number;
    };
    reply: {
      entries: {}[];
      status: string;
    };
  };
  get_directory_preview_status: {
    arguments: {
      config_name: string;
      preview_type: string;
      task_id: string | null;
    };
    reply: unknown;
  };
  get_sso_backends: {
    arguments: {
      backend: string | null;
    };
    reply: unknown;
  };
  get_sso_config: {
    arguments: {
      slug: string | null;
    };
    reply: unknown;
  };
  get_telemetry_status: {
    arguments: {};
    reply: boolean;
  };
  save_auth_config: {
    arguments: {
      config_name: string | null;
      driver: 'ldap';
      host: string;
      port: number;
      bind_dn: string;
      bind_pw: string | null;
      base_dn: string;
      person_class: string;
      user_search_base_dn: string | null;
      user_search_scope: string | null;
      user_search_filter: string | null;
      account_attr_name: string;
      user_membership_attr_name: string;
      group_class: string;
      group_search_base_dn: string | null;
      group_search_scope: string | null;
      group_search_filter: string | null;
      group_attr_name: string;
      group_member_attr_name: string;
      group_membership_attr_name: string;
      group_member_is_dn: boolean | null;
      remote_uid_attr_name: string | null;
      preview_config: boolean;
      auth_bind_dn: string | null;
      auth_bind_dn_filter: string | null;
      use_ssl: boolean | null;
      ssl_validate_cert: boolean | null;
      display_name: string | null;
      sync_schedule: number;
      config_uuid: string | null;
      skip_job_scheduling: boolean;
      name?: string | null;
    };
    reply: unknown;
  };
  save_auth_config_access: {
    arguments: {
      config_uuid: string;
      access_payload: {
        [k: string]: unknown[];
      };
    };
    reply: unknown;
  };
  save_sso_config: {
    arguments: {
      name: string;
      backend: string;
      config: {};
    };
    reply: unknown;
  };
  set_telemetry_status: {
    arguments: {
      flag: boolean;
    };
    reply: unknown;
  };
  start_directory_preview: {
    arguments: {
      config_name: string;
      preview_type: string;
      custom_directory_filter: string | null;
      max_entries: number | null;
      include_raas_links: boolean;
      search_term: string | null;
    };
    reply: unknown;
  };
  sync_auth_config: {
    arguments: {
      config_name: string | null;
    };
    reply: unknown[];
  };
  test_auth_config: {
    arguments: {
      config_name: string | null;
      driver: 'ldap';
      host: string;
      port: number;
      bind_dn: string;
      bind_pw: string | null;
      base_dn: string;
      person_class: string;
      account_attr_name: string;
      group_class: string;
      group_attr_name: string;
      remote_uid_attr_name: string | null;
      preview_config: boolean;
      auth_bind_dn: string | null;
      auth_bind_dn_filter: string | null;
      use_ssl: boolean | null;
      ssl_validate_cert: boolean | null;
      display_name: string | null;
      sync_schedule: number;
      config_uuid?: string | null;
      group_member_attr_name?: string;
      group_member_is_dn?: boolean | null;
      group_membership_attr_name?: string;
      group_search_base_dn?: string | null;
      group_search_filter?: string | null;
      group_search_scope?: string | null;
      name?: string | null;
      user_membership_attr_name?: string;
      user_search_base_dn?: string | null;
      user_search_filter?: string | null;
      user_search_scope?: string | null;
    };
    reply: {
      validation_passed: boolean;
      details?: unknown;
    };
  };
}
