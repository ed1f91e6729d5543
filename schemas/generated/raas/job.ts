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
    reply: {};
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
      results: {}[];
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
        kwarg?: {
          pillar?: {
            [k: string]: {};
          };
          [k: string]:
            | {
                display_name?: string;
                input_type?: string;
                select?: unknown[];
                default?: unknown;
                help?: string | null;
                required?: boolean;
                hidden?: boolean;
              }
            | {
                [k: string]: {};
              }
            | undefined;
        };
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
