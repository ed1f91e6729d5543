// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Job {
  delete_job: {
    arguments: {
      job_uuid: string;
      force: boolean | null;
    };
    reply: unknown;
  };
  get_job_access: {
    arguments: {
      job_uuid: string | null;
    };
    reply: {
      [k: string]: ('read' | 'write' | 'delete' | 'discover')[];
    };
  };
  get_jobs: {
    arguments: {
      job_uuid: string | null;
      name: string | null;
      desc: string | null;
      cmd: string | null;
      tgt_uuid: string | null;
      role_uuid: string | null;
      include_no_tgt_jobs: boolean | null;
      fun: string | null;
      masters: string[] | null;
      sort_by: 'name' | 'desc' | 'cmd' | 'fun' | null;
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
        desc: string | null;
        cmd: string;
        tgt_uuid: string | null;
        fun: string;
        arg: {};
        masters: string[];
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
        tgt_name?: string | null;
      }[];
    };
  };
  save_job: {
    arguments: {
      name: string | null;
      desc: string | null;
      cmd: ('cloud' | 'local' | 'runner' | 'wheel') | null;
      fun: string | null;
      arg: {
        arg?: unknown[];
        kwarg?: {};
      } | null;
      masters: string[] | null;
      job_uuid: string | null;
      tgt_uuid: string | null;
    };
    reply: string;
  };
  save_job_access: {
    arguments: {
      job_uuid: string;
      access_payload: {
        [k: string]: unknown[];
      };
    };
    reply: string;
  };
}
