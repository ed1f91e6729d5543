// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Schedule {
  futures: {
    arguments: {
      sched_names: string[] | null;
      job_names: string[] | null;
      tgt_names: string[] | null;
      uuid: string | null;
      fun: string | null;
      state: ('skipping' | 'disabled' | 'scheduled')[] | null;
      state_invert: boolean;
      sort_by: 'fun' | 'tgt_name' | 'job_name' | 'sched_name' | 'start_time' | 'state';
      /**
       * @minItems 2
       * @maxItems 2
       */
      daterange: [string, string] | null;
      page: number | null;
      limit: number;
      reverse: boolean;
      daterange_fmt?: string | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        sched_uuid?: string;
        sched_name?: string;
        job_uuid?: string | null;
        job_name?: string | null;
        tgt_uuid?: string | null;
        tgt_name?: string | null;
        fun?: string | null;
        start_time: string;
        state: 'skipping' | 'disabled' | 'scheduled';
      }[];
    };
  };
  get: {
    arguments: {
      names: string[] | null;
      show_past: boolean;
      query: string | null;
      cmd: 'local' | 'runner' | 'wheel' | 'ssh' | null;
      fun: string | null;
      masters: string[] | null;
      tgt: string | null;
      arg: boolean;
      kwarg: boolean;
      state:
        | (
            | 'new'
            | 'retrieved'
            | 'skipped'
            | 'pausing'
            | 'paused'
            | 'resumed'
            | 'resuming'
            | 'complete'
            | 'stopping'
            | 'stopped'
            | 'disabled'
            | 'failed'
          )[]
        | null;
      enabled: boolean | null;
      uuid: string | null;
      job_names: string[] | null;
      tgt_names: string[] | null;
      sort_by:
        | 'cmd'
        | 'fun'
        | 'tgt_name'
        | 'job_name'
        | 'sched_name'
        | 'next_fire_time'
        | 'last_fire_time'
        | 'status'
        | null;
      reverse: boolean;
      limit: number;
      page: number | null;
      expired: boolean | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        name: string;
        schedule: {};
        enabled?: boolean;
        job_uuid?: string | null;
        job_name?: string | null;
        tgt_uuid?: string | null;
        tgt_name?: string | null;
        cmd?: string | null;
        fun?: string | null;
        next_fire_time?: string | null;
        last_fire_time?: string | null;
        status?: string | null;
      }[];
    };
  };
  get_inflight: {
    arguments: {
      uuid: string | null;
      sched_names: string[] | null;
      job_names: string[] | null;
      tgt_names: string[] | null;
      fun: string | null;
      cmd: string | null;
      paused: boolean | null;
      include_adhoc: boolean | null;
      filter_find_job: boolean | null;
      sort_by:
        | 'state'
        | 'start_time'
        | 'cmd'
        | 'fun'
        | 'tgt_name'
        | 'job_name'
        | 'sched_name'
        | 'user'
        | 'expected'
        | 'returned'
        | null;
      reverse: boolean;
      limit: number;
      page: number | null;
      /**
       * @minItems 2
       * @maxItems 2
       */
      daterange?: [string, string] | null;
      daterange_fmt?: string | null;
    };
    reply: {
      count: number;
      results: {
        jid: string;
        state?: string;
        fun?: string;
        sched_uuid?: string | null;
        sched_name?: string | null;
      }[];
    };
  };
  remove: {
    arguments: {
      uuid: string;
    };
    reply: boolean;
  };
  save: {
    arguments: {
      name: string;
      schedule: {
        after?: string | null;
        after_fmt?: string | null;
        cron?: string;
        days?: number;
        hours?: number;
        minutes?: number;
        seconds?: number;
        once?: string | null;
        once_fmt?: string | null;
        until?: string | null;
        until_fmt?: string | null;
        jid_include?: boolean;
        maxrunning?: number;
        return_job?: boolean;
        run_on_start?: boolean;
        skip_explicit?: string[] | null;
        skip_times?: string[] | null;
        skip_times_fmt?: string | null;
        timezone?: string;
        range?: {
          start: string;
          end: string;
          start_fmt?: string | null;
          end_fmt?: string | null;
          invert?: boolean;
        };
        splay?: {
          start?: number;
          end: number;
        };
        when?: {
          daily?: string[] | null;
          weekly?: {
            mon?: string[] | null;
            tue?: string[] | null;
            wed?: string[] | null;
            thu?: string[] | null;
            fri?: string[] | null;
            sat?: string[] | null;
            sun?: string[] | null;
          };
        };
      };
      masters: string[] | null;
      cmd: 'local' | 'runner' | 'wheel' | 'ssh' | null;
      arg: {
        arg?: string[];
        kwarg?: {};
      } | null;
      tgt: {
        [k: string]: {
          tgt?: string;
          tgt_type?: string;
        };
      } | null;
      tgt_uuid: string | null;
      job_uuid: string | null;
      uuid: string | null;
      fun: string | null;
      function: string;
      enabled: boolean;
    };
    reply: string;
  };
  save_skip: {
    arguments: {
      uuids: string[] | null;
      skip: boolean | null;
    };
    reply: {};
  };
  search_history: {
    arguments: {
      query: string | null;
      cmd: 'local' | 'runner' | 'wheel' | 'ssh' | null;
      name: boolean;
      fun: string | null;
      masters: string | null;
      tgt: string | null;
      arg: boolean;
      kwarg: boolean;
      /**
       * @minItems 2
       * @maxItems 2
       */
      daterange: [string, string] | null;
      limit: number;
      page: number | null;
      daterange_fmt?: string | null;
      uuid?: string | null;
    };
    reply: {
      count: number;
      results: {
        jid: string;
        state?: string;
        fun?: string;
        sched_uuid?: string | null;
        sched_name?: string | null;
      }[];
    };
  };
  update: {
    arguments: {
      name: string | null;
      schedule: {
        after?: string | null;
        after_fmt?: string | null;
        cron?: string;
        days?: number;
        hours?: number;
        minutes?: number;
        seconds?: number;
        once?: string | null;
        once_fmt?: string | null;
        until?: string | null;
        until_fmt?: string | null;
        jid_include?: boolean;
        maxrunning?: number;
        return_job?: boolean;
        run_on_start?: boolean;
        skip_explicit?: string[] | null;
        skip_times?: string[] | null;
        skip_times_fmt?: string | null;
        timezone?: string;
        range?: {
          start: string;
          end: string;
          start_fmt?: string | null;
          end_fmt?: string | null;
          invert?: boolean;
        };
        splay?: {
          start?: number;
          end: number;
        };
        when?: {
          daily?: string[] | null;
          weekly?: {
            mon?: string[] | null;
            tue?: string[] | null;
            wed?: string[] | null;
            thu?: string[] | null;
            fri?: string[] | null;
            sat?: string[] | null;
            sun?: string[] | null;
          };
        };
      } | null;
      masters: string[] | null;
      cmd: 'local' | 'runner' | 'wheel' | 'ssh' | null;
      arg: {
        arg?: string[];
        kwarg?: {};
      } | null;
      tgt: {} | null;
      tgt_uuid: string | null;
      job_uuid: string | null;
      uuid: string | null;
      fun: string | null;
      function: string;
      enabled: boolean | null;
      delete_fields: string[] | null;
    };
    reply: string;
  };
}
