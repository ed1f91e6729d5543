// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Sec {
  assess_policy: {
    arguments: {
      policy_uuid: string;
    };
    reply: {
      success: boolean;
      errors: unknown[];
      jid: string;
    };
  };
  delete_custom_benchmarks: {
    arguments: {
      benchmark_uuids: string[];
    };
    reply: {};
  };
  delete_custom_checks: {
    arguments: {
      check_uuids: string[];
    };
    reply: {};
  };
  delete_exemption: {
    arguments: {
      policy_uuid: string;
      exemption_uuid: string;
    };
    reply: {
      uuid: string;
    };
  };
  delete_policy: {
    arguments: {
      policy_uuid: string;
    };
    reply: true;
  };
  download_content: {
    arguments: {
      auto_ingest: boolean;
    };
    reply: unknown;
  };
  download_policy_report: {
    arguments: {
      policy_uuid: string;
      jid: string | null;
    };
    reply: string;
  };
  get_benchmark_dependencies: {
    arguments: {
      benchmark_uuid: string;
    };
    reply: {
      policies: string[];
      checks: {
        uuid: string;
        other_benchmark_references: boolean;
      }[];
    };
  };
  get_benchmarks: {
    arguments: {
      benchmark_uuid: string | null;
      policy_uuid: string | null;
      names: string[] | null;
      os: string[] | null;
      authority_names: string[] | null;
      type_names: string[] | null;
      limit: number;
      page: number | null;
      sort_by:
        'name' | 'version' | 'user_flag' | 'authority' | 'os' | 'type' | 'last_update' | null;
      reverse: boolean | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        name: string;
        display_name: string;
        version: string;
        description: string;
        authority: string;
        os: string;
        type: string;
        dep_date: string | null;
        last_update: string;
        user_flag: string;
        policies: string[];
      }[];
    };
  };
  get_check_dependencies: {
    arguments: {
      check_uuid: string;
      include_in_response: string[] | null;
    };
    reply: {
      policies?: string[];
      benchmarks?: string[];
      exemptions?: {
        uuid: string;
        policy_uuid: string;
        master_id: string | null;
        minion_id: string | null;
        reason: string;
      }[];
    };
  };
  get_check_details: {
    arguments: {
      check_uuid: string;
    };
    reply: {
      uuid: string;
      name: string;
      version: string;
      display_name: string;
      state_fs_uuid: string;
      mini_meta_fs_uuid: string;
    };
  };
  get_check_minions: {
    arguments: {
      policy_uuid: string;
      check_uuid: string | null;
      check_names: string[] | null;
      minion_ids: string[] | null;
      exempt: boolean | null;
      jid: string | null;
      state: ('compliant' | 'noncompliant' | 'error' | 'notapplicable' | 'unknown')[] | null;
      state_invert: boolean | null;
      action: 'assess' | 'remediate' | null;
      include_in_response: string[] | null;
      grains: {} | null;
      comment: string | null;
      changes: string | null;
      sort_by:
        | 'minion_id'
        | 'check_name'
        | 'check_display_name'
        | 'state'
        | 'grains'
        | 'comment'
        | 'changes'
        | 'duration'
        | 'compliant'
        | 'noncompliant'
        | 'error'
        | 'notapplicable'
        | 'unknown'
        | null;
      reverse: boolean | null;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        check_name: string;
        check_display_name: string;
        policy_uuid: string;
        policy_name: string;
        check_uuid: string;
        check_version: string;
        master_id?: string;
        minion_id?: string;
        state?: 'compliant' | 'noncompliant' | 'error' | 'notapplicable' | 'unknown';
      }[];
    };
  };
  get_check_variables: {
    arguments: {
      policy_uuid: string | null;
      benchmark_uuids: string[] | null;
      check_uuids: string[] | null;
      exclude_check_uuids: string[] | null;
      sort_by: 'check_name' | null;
      reverse: boolean | null;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        check_uuid: string;
        check_name: string;
        variables: {
          name: string;
          uuid: string;
          scope: string;
          check_uuid: string;
          description: string;
          default_value: string;
        }[];
      }[];
    };
  };
  get_checks: {
    arguments: {
      policy_uuid: string | null;
      benchmark_uuids: string[] | null;
      names: string[] | null;
      sort_by: 'name' | 'display_name' | 'version' | 'dep_date' | 'user_flag' | null;
      reverse: boolean | null;
      page: number | null;
      limit: number;
      user_flag: 'C' | 'S' | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        name: string;
        version: string;
        display_name: string;
        state_fs_uuid: string;
        mini_meta_fs_uuid: string;
      }[];
    };
  };
  get_content_stats: {
    arguments: {
      custom: boolean;
    };
    reply: {
      results: null | {
        uuid: string;
        ingest_date: string;
        benchmarks: number | string;
        checks: number | string;
      };
      errors: string[];
    };
  };
  get_policies: {
    arguments: {
      policy_uuids: string[] | null;
      names: string[] | null;
      tgt_uuids: string[] | null;
      include_stats: boolean | null;
      sort_by: 'name' | 'version' | 'dep_date' | 'tgt_name' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      check_count: number;
      minion_count: number;
      results: {
        uuid: string;
        name: string;
        tgt_uuid: string;
        tgt_name: string;
        schedule_uuid: string | null;
        schedule: {} | null;
        last_update: string;
        last_assess_jid: string | null;
        last_assess_timestamp: string | null;
        last_remed_jid: string | null;
        last_remed_timestamp: string | null;
        variables: {
          check_uuid: string | null;
          var_name: string | null;
          var_value: unknown;
        }[];
        stats?: {
          [k: string]: number;
        };
      }[];
    };
  };
  get_policy_run_history: {
    arguments: {
      policy_uuid: string;
      jid: string | null;
      state: string[] | null;
      fun: string | null;
      user: string | null;
      expected: number;
      returned: number;
      sort_by:
        | 'jid'
        | 'state'
        | 'fun'
        | 'user'
        | 'last_assess_timestamp'
        | 'last_remed_timestamp'
        | 'expected'
        | 'returned'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        jid: string;
        state: string;
        fun: string;
        user: string;
        user_uuid: string;
        expected: number;
        returned: number;
        returned_good: number;
        returned_failed: number;
        create_time: string;
        uuid: string;
        name: string;
        tgt_uuid: string;
        schedule_uuid: string | null;
        last_update: string;
        last_assess_jid: string | null;
        last_assess_timestamp: string | null;
        last_remed_jid: string | null;
        last_remed_timestamp: string | null;
      }[];
    };
  };
  get_stats: {
    arguments: {
      include_in_response: string[] | null;
    };
    reply: {
      policies_created?: number;
      policies_with_schedule?: number;
      remediation_jobs_run?: number;
      checks_by_benchmark?: {
        [k: string]: number;
      };
      status_all_time?: {
        [k: string]: number;
      };
      content_stats?: {
        uuid: string;
        content_benchmarks: number;
        success: boolean;
        db_benchmarks: number;
        ingest_date: string;
        content_checks: number;
        db_checks: number;
        errors: null | unknown[];
      };
      checks_assessed_all_time?: number;
      checks_remediated_all_time?: number;
    };
  };
  get_stats_history: {
    arguments: {
      since_time: number;
      time_unit: 'hours' | 'minutes' | 'seconds' | 'days';
      sort_by: 'time_stamp' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      results: {
        uuid: string;
        stats: {};
      }[];
    };
  };
  ingest_all_content: {
    arguments: {
      filename: string;
      content_type:
        'application/octet-stream' | 'application/x-gzip' | 'application/gzip' | 'file/e2' | null;
      blob: string;
    };
    reply: unknown;
  };
  ingest_custom_content: {
    arguments: {
      filename: string;
      content_type: 'application/x-gzip' | 'application/gzip';
      blob: string;
    };
    reply: unknown;
  };
  remediate_policy: {
    arguments: {
      policy_uuid: string;
      check_uuids: string[] | null;
      minions: {
        [k: string]: unknown[];
      } | null;
      pre_remediation: string | null;
      post_remediation: string | null;
    };
    reply: {
      success: boolean;
      errors: unknown[];
      jid: string;
    };
  };
  save_exemption: {
    arguments: {
      policy_uuid: string;
      reason: string;
      check_uuids: string[] | null;
      minion_ids:
        | {
            [k: string]: unknown[];
          }[]
        | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        policy_uuid: string;
        check_uuid: string;
        master_id: string | null;
        minion_id: string | null;
        reason: string;
      }[];
    };
  };
  save_policy: {
    arguments: {
      name: string;
      tgt_uuid: string;
      policy_uuid: string | null;
      benchmark_uuids: string[];
      check_uuids: string[] | null;
      exclude_check_uuids: string[] | null;
      variables:
        | {
            check_uuid?: string;
            name?: string;
            value?: unknown;
          }[]
        | null;
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
    };
    reply: string;
  };
}
