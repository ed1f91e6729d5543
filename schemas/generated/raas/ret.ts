// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Ret {
  get_fun: {
    arguments: {
      fun: string | null;
    };
    reply: {
      [k: string]: {};
    };
  };
  get_jid: {
    arguments: {
      jid: string;
      master_id: string | null;
    };
    reply: {
      [k: string]: {
        _stamp: string;
        cmd?: string;
        fun: string;
        fun_args: unknown[];
        id: string;
        jid: string;
        master_id?: string;
        retcode: number | {};
        return: unknown;
        success: boolean | {} | null;
      };
    };
  };
  get_jids: {
    arguments: {
      start: string | null;
      end: string | null;
      limit: number | null;
    };
    reply: {
      [k: string]: {};
    };
  };
  get_load: {
    arguments: {
      master_id: string;
      jid: string;
    };
    reply: {};
  };
  get_minions: {
    arguments: {};
    reply: {
      [k: string]: string[];
    };
  };
  get_returns: {
    arguments: {
      jid: string | null;
      master_id: string | null;
      minion_id: string | null;
      fun: string | null;
      user: string | null;
      job_name: string | null;
      job_uuid: string | null;
      tgt_name: string | null;
      tgt_uuid: string | null;
      match_tgt_uuid: string | null;
      args: string | null;
      highstate: boolean | null;
      start: string | null;
      end: string | null;
      limit: number | null;
      has_errors: boolean | null;
      sort_by:
        | 'minion_id'
        | 'master_id'
        | 'fun'
        | 'has_errors'
        | 'jid'
        | 'job_name'
        | 'tgt_name'
        | 'user'
        | 'alter_time'
        | null;
      reverse: boolean | null;
      page: number | null;
    };
    reply: {
      count: number;
      limit: number;
      results: {
        jid: string;
        fun: string;
        fun_args: unknown[];
        minion_id: string;
        master: string;
        master_uuid: string;
        alter_time: string;
        has_errors: boolean;
        return: unknown;
        full_ret: {
          _stamp: string;
          cmd: string;
          fun: string;
          fun_args: unknown[];
          id: string;
          jid: string;
          master_id: string;
          retcode: number | {};
          return: unknown;
          success: boolean | {} | null;
        };
      }[];
    };
  };
}
