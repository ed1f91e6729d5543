// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Cmd {
  get_cmd_details: {
    arguments: {
      jid: string;
      minion_id_exact: string | null;
      minion_id: string | null;
      master_id: string | null;
      has_errors: boolean | null;
      has_return: boolean | null;
      sort_by: 'alter_time' | 'minion_id' | 'master_id' | 'has_errors' | 'has_return' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        jid?: string;
        minion_id: string;
        master_id: string;
        has_return: boolean;
        has_errors: boolean;
        alter_time: string | null;
        full_ret?: {} | null;
      }[];
    };
  };
  get_cmd_status: {
    arguments: {
      jids: string[];
    };
    reply: string[];
  };
  get_cmds: {
    arguments: {
      /**
       * @minItems 2
       * @maxItems 2
       */
      daterange: [string, string] | null;
      jid: string | null;
      master_id: string | null;
      state:
        | (
            | 'new'
            | 'retrieved'
            | 'skipped'
            | 'pausing'
            | 'paused'
            | 'resumed'
            | 'resuming'
            | 'completed_missing_returns'
            | 'completed_all_successful'
            | 'stopping'
            | 'stopped'
            | 'disabled'
            | 'completed_failures'
          )[]
        | null;
      state_invert: boolean | null;
      job_uuid: string | null;
      job_names: string[] | null;
      sched_uuid: string | null;
      sched_names: string[] | null;
      tgt_uuid: string | null;
      tgt_names: string[] | null;
      fun: string | null;
      highstate: boolean | null;
      cmd: string | null;
      users: string[] | null;
      include_adhoc: boolean | null;
      include_adhoc_scheduled: string | null;
      filter_find_job: boolean | null;
      filter_refresh_grains: boolean | null;
      sort_by:
        | 'state'
        | 'cmd'
        | 'fun'
        | 'tgt_name'
        | 'job_name'
        | 'sched_name'
        | 'start_time'
        | 'create_time'
        | 'not_returned'
        | 'user'
        | 'expected'
        | 'returned'
        | 'returned_failed'
        | 'returned_good'
        | 'origination'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
      daterange_fmt?: string | null;
    };
    reply: {
      count: number;
      results: {
        jid: string;
        cmd: string;
        fun: string;
        state:
          | 'new'
          | 'retrieved'
          | 'skipped'
          | 'pausing'
          | 'paused'
          | 'resuming'
          | 'resumed'
          | 'stopping'
          | 'stopped'
          | 'disabled'
          | 'completed_missing_returns'
          | 'completed_all_successful'
          | 'completed_failures';
        is_highstate: boolean;
        job_uuid: string | null;
        job_name: string | null;
        job_desc: string | null;
        job_source: string;
        masters_to: string[];
        masters_done: string[];
        origination: string;
        expected: number;
        returned: number;
        returned_good: number;
        returned_failed: number;
        duration: number | null;
        start_time: string;
        sched_uuid: string | null;
        sched_name: string | null;
        tgt_uuid: string | null;
        tgt_name: string | null;
        tgt_desc: string | null;
        user: string;
        user_uuid: string;
        arg?: {};
        not_returned: number;
      }[];
    };
  };
  get_highstate_minion_details: {
    arguments: {
      minion_id: string;
      state: string | null;
      sls: string | null;
      saltenv: string | null;
      jid: string | null;
      result: boolean | null;
      changes: boolean | null;
      comment: string | null;
      test: boolean | null;
      filter_summary: boolean | null;
      sort_by:
        | 'state'
        | 'sls'
        | 'saltenv'
        | 'jid'
        | 'run_num'
        | 'result'
        | 'changes'
        | 'duration'
        | 'comment'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      summary: {
        total_states: number;
        states_failed: number;
        states_succeeded: number;
        states_changed: number;
        states_unchanged: number;
        total_duration: number;
      };
      count: number;
      results: {
        state: string;
        sls: string;
        saltenv: string;
        jid: string;
        run_num: number;
        result: boolean | null;
        duration: number;
        num_changes: number;
        changes: {};
        comment: string;
      }[];
    };
  };
  get_highstate_minions: {
    arguments: {
      tgt_uuid: string | null;
      master_id: string | null;
      minion_id: string | null;
      saltenv: string | null;
      jid: string | null;
      result: boolean | null;
      changes: boolean | null;
      test: boolean | null;
      age_limit: number | null;
      filter_summary: boolean | null;
      sort_by:
        | 'minion_id'
        | 'total_states'
        | 'states_failed'
        | 'states_succeeded'
        | 'states_changed'
        | 'states_unchanged'
        | 'total_duration'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      summary: {
        total_minions: number;
        avg_states_per_minion: number;
        minions_failed: number;
        minions_succeeded: number;
        minions_changed: number;
        minions_unchanged: number;
        avg_duration: number;
      };
      count: number;
      results: {
        master_uuid: string;
        master_id: string;
        minion_id: string;
        jids: string[];
        saltenvs: string[];
        total_states: number;
        states_failed: number;
        states_succeeded: number;
        states_changed: number;
        states_unchanged: number;
        total_duration: number;
      }[];
    };
  };
  get_highstate_state_details: {
    arguments: {
      state: string;
      master_id: string | null;
      minion_id: string | null;
      saltenv: string | null;
      jid: string | null;
      result: boolean | null;
      changes: boolean | null;
      comment: string | null;
      test: boolean | null;
      filter_summary: boolean | null;
      sort_by:
        'minion_id' | 'saltenv' | 'jid' | 'result' | 'changes' | 'duration' | 'comment' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      summary: {
        total_minions: number;
        minions_failed: number;
        minions_succeeded: number;
        minions_changed: number;
        minions_unchanged: number;
        avg_duration: number;
      };
      count: number;
      results: {
        master_id: string;
        minion_id: string;
        jid: string;
        saltenv: string;
        result: boolean | null;
        duration: number;
        num_changes: number;
        changes: {};
        comment: string;
      }[];
    };
  };
  get_highstate_states: {
    arguments: {
      state: string | null;
      sls: string | null;
      saltenv: string | null;
      jid: string | null;
      result: boolean | null;
      changes: boolean | null;
      test: boolean | null;
      age_limit: number | null;
      filter_summary: boolean | null;
      sort_by:
        | 'state'
        | 'sls'
        | 'total_minions'
        | 'minions_failed'
        | 'minions_succeeded'
        | 'minions_changed'
        | 'minions_unchanged'
        | 'avg_duration'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      summary: {
        total_states: number;
        avg_minions_per_state: number;
        states_failed: number;
        states_succeeded: number;
        states_changed: number;
        states_unchanged: number;
        avg_duration: number;
      };
      count: number;
      results: {
        state: string;
        sls: string;
        total_minions: number;
        minions_failed: number;
        minions_succeeded: number;
        minions_changed: number;
        minions_unchanged: number;
        avg_duration: number;
        jids: string[];
        saltenvs: string[];
      }[];
    };
  };
  get_highstate_stats: {
    arguments: {
      begin_date: string | null;
      end_date: string | null;
      reverse: boolean;
    };
    reply: {
      count: number;
      results: {
        date: string;
        total_minions: number;
        minions_changed: number;
        minions_unchanged: number;
        minions_succeeded: number;
        minions_failed: number;
        minion_avg_duration: number;
        total_states: number;
        states_changed: number;
        states_unchanged: number;
        states_succeeded: number;
        states_failed: number;
      }[];
    };
  };
  pause_job: {
    arguments: {
      job_uuid: string | null;
      jid: string | null;
    };
    reply: string;
  };
  resume_job: {
    arguments: {
      job_uuid: string | null;
      jid: string | null;
    };
    reply: string;
  };
  route_cmd: {
    arguments: {
      job_uuid: string | null;
      cmd: 'wheel' | 'runner' | 'local' | null;
      fun: string | null;
      masters: string[] | null;
      arg: {
        arg?: unknown[];
        kwarg?: {};
      } | null;
      tgt: {
        [k: string]: {
          tgt?: string;
          tgt_type?: string;
        };
      } | null;
      tgt_uuid: string | null;
      jid: string | null;
      disposition: string[] | null;
    };
    reply: string;
  };
  stop_job: {
    arguments: {
      job_uuid: string | null;
      jid: string | null;
    };
    reply: string;
  };
  track_state: {
    arguments: {
      jid: string;
      master: string;
      state: string;
      minions: string[] | null;
      create_time: string | null;
    };
    reply: unknown;
  };
}
