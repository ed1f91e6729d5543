// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Auth {
  change_password: {
    arguments: {
      account_uuid: string;
      password: string;
    };
    reply: unknown;
  };
  delete_group: {
    arguments: {
      config_name: string | null;
      group_name: string | null;
      group_uuid: string | null;
    };
    reply: unknown;
  };
  delete_group_link: {
    arguments: {
      group_name: string | null;
      group_uuid: string | null;
      config_name: string | null;
      ext_group_name: string | null;
      ext_group_uid: string | null;
      enabled?: boolean | null;
      ext_group_dn?: string | null;
    };
    reply: unknown;
  };
  delete_role: {
    arguments: {
      role_name: string | null;
      role_uuid: string | null;
    };
    reply: unknown;
  };
  delete_user: {
    arguments: {
      config_name: string | null;
      username: string | null;
      account_uuid: string | null;
    };
    reply: unknown;
  };
  get_all_groups: {
    arguments: {
      config_name: string | null;
      include_users: boolean;
      include_custom_data: boolean;
      sort_by: 'name' | null;
      reverse: boolean;
      limit: number;
      page: number | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string | null;
        config_name: string | null;
        remote_uid?: string | null;
        name: string | null;
        desc?: string | null;
        users?: {
          uuid: string;
          config_name: string;
          username: string;
          email?: string | null;
          remote_uid?: string | null;
          perms?: string[];
          roles?: string[];
          groups?: string[];
        }[];
        roles?: string[];
        custom_data?: {} | null;
      }[];
    };
  };
  get_all_roles: {
    arguments: {
      sort_order: 'ASC' | 'DESC' | null;
    };
    reply: {
      [k: string]: {
        name: string;
        desc: string | null;
        uuid: string;
        perms: string[];
      };
    };
  };
  get_all_users: {
    arguments: {
      config_name: string | null;
      include_roles: boolean;
      include_inherited_roles: boolean;
      include_perms: boolean;
      include_groups: boolean;
      include_custom_data: boolean;
      include_deleted_user: boolean;
      sort_by: 'username' | 'email' | null;
      reverse: boolean;
      limit: number;
      page: number | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        config_name: string;
        username: string;
        email?: string | null;
        remote_uid?: string | null;
        roles?: string[];
        perms?: string[];
        groups?: string[];
        custom_data?: {} | null;
      }[];
    };
  };
  get_auth_pubkey: {
    arguments: {};
    reply: {};
  };
  get_group: {
    arguments: {
      config_name: string | null;
      group_name: string | null;
      group_uuid: string | null;
      include_users: boolean;
    };
    reply: {
      uuid: string;
      config_name: string;
      remote_uid?: string | null;
      name: string;
      desc?: string | null;
      users?: {
        uuid: string;
        config_name: string;
        username: string;
        email?: string | null;
        remote_uid?: string | null;
        perms?: string[];
        roles?: string[];
        groups?: string[];
      }[];
      roles?: string[];
      custom_data?: {} | null;
    };
  };
  get_group_links: {
    arguments: {
      group_name: string | null;
      group_uuid: string | null;
      config_name: string | null;
      ext_group_name: string | null;
      ext_group_uid: string | null;
      ext_group_dn: string | null;
      enabled: boolean | null;
    };
    reply: {
      group_name?: string;
      group_uuid?: string;
      config_name?: string;
      ext_group_name?: string | null;
      ext_group_uid?: string | null;
      ext_group_dn?: string | null;
      enabled?: boolean;
    }[];
  };
  get_jwt: {
    arguments: {};
    reply: {};
  };
  get_role: {
    arguments: {
      role_name: string | null;
      role_uuid: string | null;
    };
    reply: {
      [k: string]: {
        name: string;
        desc: string | null;
        uuid: string;
        perms: string[];
      };
    };
  };
  get_user: {
    arguments: {
      account_uuid: string | null;
      username: string | null;
      config_name: string | null;
    };
    reply: {
      uuid: string;
      username: string;
      config_name: string;
      roles: string[];
      groups: unknown[];
      perms: string[];
      custom_data: {} | null;
    };
  };
  get_ws_ticket: {
    arguments: {};
    reply: string;
  };
  save_group: {
    arguments: {
      config_name: string | null;
      group_name: string | null;
      group_uuid: string | null;
      description: string | null;
      roles: string[] | null;
      custom_data: {} | null;
      remote_uid: string | null;
    };
    reply: unknown;
  };
  save_group_link: {
    arguments: {
      group_name: string | null;
      group_uuid: string | null;
      config_name: string | null;
      ext_group_name: string | null;
      ext_group_uid: string | null;
      ext_group_dn: string | null;
      enabled: boolean;
    };
    reply: unknown;
  };
  save_role: {
    arguments: {
      role_name: string | null;
      role_uuid: string | null;
      perms: string[] | null;
      description: string | null;
    };
    reply: unknown;
  };
  save_user: {
    arguments: {
      config_name: string | null;
      username: string | null;
      account_uuid: string | null;
      perms: string[] | null;
      roles: string[] | null;
      groups: string[] | null;
      password: string | null;
      remote_uid: string | null;
      custom_data: {} | null;
    };
    reply: string;
  };
  save_user_link: {
    arguments: {
      config_name: string | null;
      username: string | null;
      user_dn: string | string[] | null;
      enabled: boolean;
    };
    reply: unknown;
  };
  transfer_resources: {
    arguments: {
      from_user_uuid: string;
      to_user_uuid: string;
      resource_types:
        ('target_groups' | 'jobs' | 'pillars' | 'files' | 'auth_configs' | 'formulas')[] | null;
      resource_uuids: string[] | null;
      revoke_access: boolean | null;
      test: boolean | null;
    };
    reply: {};
  };
}
