// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Vman {
  assess_policy: {
    arguments: {
      policy_uuid: string;
    };
    reply:
      | {
          success: boolean;
          errors: unknown[];
          jid: string;
        }
      | string;
  };
  commit_third_party_staging_data: {
    arguments: {
      import_uuid: string;
    };
    reply: unknown;
  };
  delete_advisory_state_link: {
    arguments: {
      advisory_state_xref_uuid: string;
    };
    reply: string | null;
  };
  delete_connector: {
    arguments: {
      vendor: 'tenable' | 'carbonblack' | 'qualys';
    };
    reply: number;
  };
  delete_exemption_group: {
    arguments: {
      exemption_group_uuid: string;
    };
    reply: number;
  };
  delete_policy: {
    arguments: {
      policy_uuid: string;
    };
    reply: true;
  };
  delete_third_party_import: {
    arguments: {
      import_uuid: string;
    };
    reply: unknown;
  };
  download_content: {
    arguments: {
      auto_ingest: boolean | null;
    };
    reply: {};
  };
  get_advisories: {
    arguments: {
      policy_uuid: string | null;
      advisory_state_xref_uuid: string | null;
      advisory_id: string | null;
      advisory_type: 'supported' | 'unsupported' | 'unmatched' | null;
      sort_by: 'advisory_id' | 'created_at' | 'updated_at' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        advisory_id: string;
        created_at: string;
        updated_at: string;
      }[];
    };
  };
  get_advisory_minions: {
    arguments: {
      policy_uuid: string;
      advisory_id: string | null;
      display_name: string | null;
      install_behavior:
        'Never Requires Reboot' | 'Always Requires Reboot' | 'Can Require Reboot' | null;
      minion_id: string | null;
      master_id: string | null;
      pending_reboot: 'null' | 'true' | 'false' | null;
      osfullname: string | null;
      ipv4: string | null;
      ipv6: string | null;
      action: 'assess' | 'remediate' | null;
      include_in_response: string[] | null;
      severity: 'critical' | 'high' | 'medium' | 'low' | 'none' | null;
      advisory_title: string | null;
      advisory_type: 'unsupported' | 'supported' | null;
      cve_id: string | null;
      pkg_name: string | null;
      sort_by:
        | 'advisory_id'
        | 'display_name'
        | 'install_behavior'
        | 'minion_id'
        | 'minions'
        | 'vendor_score'
        | 'osfullname'
        | 'ipv4'
        | 'pending_reboot'
        | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        advisory_id: string;
        display_name: string;
        minion_id?: string;
      }[];
    };
  };
  get_connector: {
    arguments: {
      vendor: 'tenable' | 'carbonblack' | 'qualys';
    };
    reply: {
      access_key?: string;
      secret_key?: string;
      url?: string;
      __secrets: string[];
    };
  };
  get_connector_params: {
    arguments: {
      vendor: 'tenable' | 'carbonblack' | 'qualys';
    };
    reply: {
      accessKey?: null;
      secretKey?: null;
      days_since?: number;
      url?: string;
      __secrets: string[];
    };
  };
  get_content_stats: {
    arguments: {};
    reply: {
      creation_date: string;
      file_name: string;
      ingest_date: string;
      uuid: string;
    };
  };
  get_detail_report: {
    arguments: {
      report_uuid: string;
    };
    reply: {
      minions: {
        [k: string]: {
          usage: {
            cmd: unknown[];
            enabled: unknown[];
            network: unknown[];
            running: unknown[];
          };
          comment: string | null;
          pkg_name: string;
          severity: string;
          master_id: string;
          master_uuid: string;
          advisory_id: string;
          advisory_uuid: string;
          pkg_version_target: string;
          pkg_version_current: string;
          pkg_version_advisory: string;
        }[];
      };
      advisories: {
        [k: string]: {
          info: {
            cve: {
              uuid: string;
              cve_id: string;
              cvssv2: string;
              cvssv3: string;
              references: {
                [k: string]: {
                  url: string;
                  name: string;
                };
              };
              cvssv2_base: number;
              cvssv3_base: number;
              description: string;
              published_date: string;
              cvssv2_severity: string;
              cvssv3_severity: string;
              cvssv2_impact_score: number;
              cvssv3_impact_score: number;
            };
            uuid: string;
            title: string;
            packages: {
              [k: string]: {
                [k: string]: unknown;
              };
            };
            severity: string;
            advisory_id: string;
            description: string;
          };
          minions: string[];
        };
      };
      meta: {
        policy_uuid: string;
        policy_name: string;
        target_group_name: string;
        creation_date: string;
        function: string;
        critical: number;
        high: number;
        medium: number;
        low: number;
        none: number;
      };
    };
  };
  get_exemption_groups: {
    arguments: {
      policy_uuid: string | null;
      exemption_group_uuid: string | null;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        policy_uuid: string;
        advisory_uuid: string | null;
        master_id: string | null;
        minion_id: string | null;
        reason: string;
      }[];
    };
  };
  get_exemptions: {
    arguments: {
      policy_uuid: string | null;
      exemption_uuid: string | null;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        policy_uuid: string;
        advisory_uuid: string | null;
        master_id: string | null;
        minion_id: string | null;
        reason: string;
      }[];
    };
  };
  get_policies: {
    arguments: {
      policy_uuids: string[] | null;
      names: string[] | null;
      tgt_uuids: string[] | null;
      sort_by: 'name' | 'tgt_name' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
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
        stats: {
          [k: string]: number;
        };
        minions_assessed: number;
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
  get_reports: {
    arguments: {
      fun: 'policy.assessment' | 'policy.remediate' | null;
      start_date: string | null;
      end_date: string | null;
      policy_uuid: string | null;
      sort_by: 'date' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        report_uuid: string;
        date: string;
        creation_date: string;
        policy_uuid: string;
        fun: string;
        critical: number;
        high: number;
        medium: number;
        low: number;
        none: number;
        policy_name: string;
        target_group_name: string;
        top_advisories: {
          name: string;
          uuid: string;
          score: number;
          minions: number;
        }[];
      }[];
    };
  };
  get_selected_for_import_cnt: {
    arguments: {
      import_uuid: string;
      advisory_type: 'unsupported' | 'supported' | 'unmatched' | null;
    };
    reply: {
      count: number;
    };
  };
  get_stats: {
    arguments: {
      include_in_response: string[] | null;
    };
    reply: {};
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
  get_supported_advisories: {
    arguments: {
      import_uuid: string;
      advisory_id: string | null;
      minion_id: string | null;
      sort_by: 'advisory_id' | 'minion_id' | 'display_name' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        import_uuid: string;
        tpa_uuid: string;
        advisory_uuid: string;
        advisory_id: string;
        advisory_name: string;
        comment: string;
        duration: number;
        fun: string;
        master_id: string;
        master_uuid: string;
        minion_id: string;
        pkg_name: string;
        pkg_version_advisory: string;
        selected_for_import: boolean;
        severity: string;
        start_time: string | null;
      }[];
    };
  };
  get_third_party_import: {
    arguments: {
      import_uuid: string;
    };
    reply: {
      import_uuid: string;
      policy_uuid: string;
      tp_source: string;
      start_time: string;
      end_time: string;
      creation_date: string;
      analysis_stats: {
        supported: number;
        missing_advisory_id: number;
        missing_minion: number;
      };
      state: string;
    };
  };
  get_unsupported_advisories: {
    arguments: {
      import_uuid: string;
      advisory_id: string | null;
      ip: string | null;
      advisory_type: 'unsupported' | 'unmatched' | null;
      sort_by: 'advisory_id' | 'ip' | null;
      reverse: boolean;
      page: number | null;
      limit: number;
    };
    reply: {
      count: number;
      results: {
        uuid: string;
        import_uuid: string;
        importable: boolean;
        analysis_comment: string;
        tp_advisory_id: string;
        tp_ip: string;
        tp_extra_data: {};
      }[];
    };
  };
  get_vendors_with_connector_support: {
    arguments: {};
    reply: string[];
  };
  import_scan: {
    arguments: {
      thirdparty_source: 'tenable' | 'rapid7' | 'qualys' | 'kenna' | 'carbonblack';
      data: string;
      policy_uuid: string | null;
      policy_name: string | null;
    };
    reply: {
      import_uuid: string;
      supported: number;
      missing_advisory_id: number;
      missing_minion: number;
    };
  };
  import_scan_via_api: {
    arguments: {
      thirdparty_source: 'tenable' | 'rapid7' | 'qualys' | 'kenna' | 'carbonblack';
      policy_uuid: string;
    };
    reply: {
      import_uuid: string;
    };
  };
  ping: {
    arguments: {};
    reply: true;
  };
  remediate_policy: {
    arguments: {
      policy_uuid: string;
      advisory_ids: string[] | null;
      minions: {
        [k: string]: unknown[];
      } | null;
      pre_remediation: {
        saltenv?: string;
        location?: string;
      } | null;
      post_remediation: {
        saltenv?: string;
        location?: string;
      } | null;
    };
    reply:
      | {
          success: boolean;
          errors: unknown[];
          jid: string;
        }
      | string;
  };
  save_advisory_state_link: {
    arguments: {
      policy_uuid: string;
      advisory_id: string;
      state_file_uuid: string;
      link_to_policy: boolean;
    };
    reply: string;
  };
  save_connector: {
    arguments: {
      vendor: 'tenable' | 'carbonblack' | 'qualys';
      connector_params: {
        accessKey?: string;
        secretKey?: string;
        days_since?: number;
        url?: string;
      };
    };
    reply: null;
  };
  save_exemption_group: {
    arguments: {
      policy_uuid: string;
      reason: string;
      advisory_uuids: string[] | null;
      minion_ids:
        | {
            [k: string]: unknown[];
          }[]
        | null;
    };
    reply: string;
  };
  save_policy: {
    arguments: {
      name: string;
      tgt_uuid: string;
      policy_uuid: string | null;
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
  update_all_third_party_staging_data: {
    arguments: {
      import_uuid: string;
      selected_for_import: boolean;
      advisory_type: 'unsupported' | 'supported' | null;
    };
    reply: unknown;
  };
  update_third_party_staging_data: {
    arguments: {
      tpmp_uuids: string[] | null;
      selected_for_import: boolean;
    };
    reply: unknown;
  };
}
