// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Fs {
  delete_file: {
    arguments: {
      file_uuid: string | null;
      saltenv: string | null;
      path: string | null;
    };
    reply: unknown;
  };
  file_exists: {
    arguments: {
      file_uuid: string | null;
      saltenv: string | null;
      path: string | null;
    };
    reply: boolean;
  };
  get_env: {
    arguments: {
      saltenv: string;
      include_fs_metadata: boolean | null;
    };
    reply: {
      uuid: string;
      saltenv: string;
      path: string;
      content_type?: string | null;
      metadata?: {};
    }[];
  };
  get_envs: {
    arguments: {};
    reply: string[];
  };
  get_file: {
    arguments: {
      file_uuid: string | null;
      saltenv: string | null;
      path: string | null;
    };
    reply: {
      uuid: string;
      saltenv: string;
      path: string;
      content_type: string | null;
      metadata?: {};
      contents: string;
    };
  };
  get_file_access: {
    arguments: {
      file_uuid: string;
    };
    reply: {
      [k: string]: ('read' | 'write' | 'delete' | 'discover')[];
    };
  };
  save_file: {
    arguments: {
      file_uuid: string | null;
      saltenv: string | null;
      path: string | null;
      contents: string;
      content_type: string | null;
    };
    reply: unknown;
  };
  save_file_access: {
    arguments: {
      file_uuid: string | null;
      access_payload: {
        [k: string]: unknown[];
      };
    };
    reply: unknown;
  };
  update_file: {
    arguments: {
      file_uuid: string | null;
      saltenv: string | null;
      path: string | null;
      contents: string;
      content_type: string | null;
    };
    reply: unknown;
  };
}
