// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Stats {
  db_health: {
    arguments: {};
    reply: unknown;
  };
  get_queue_sizes: {
    arguments: {};
    reply: {
      lr: number;
      grainscache: number;
      celery: number;
    };
  };
  get_system_metric_sources: {
    arguments: {
      metric:
        | 'celery_queue_length'
        | 'postgres_connections'
        | 'postgres_rows_deleted'
        | 'postgres_rows_inserted'
        | 'postgres_rows_read'
        | 'postgres_rows_updated'
        | 'postgres_transactions'
        | 'raas_master_commands_processed'
        | 'raas_master_master_grains_pushed'
        | 'raas_master_masterfs_pushed'
        | 'raas_master_minion_cache_pushed'
        | 'raas_master_minion_keys_pushed'
        | 'raas_master_sseapi_engine_iteration_count'
        | 'raas_master_sseapi_engine_iteration_duration_seconds'
        | 'raas_rpc_request_count'
        | 'raas_rpc_request_duration_seconds'
        | 'redis_commands_executed'
        | 'redis_memory_bytes'
        | 'salt_event_count'
        | 'salt_event_size_bytes'
        | 'sse_jobs_complete_all_successful'
        | 'sse_jobs_complete_missing_returns'
        | 'sse_jobs_complete_with_errors'
        | 'sse_jobs_in_progress'
        | 'sse_masters'
        | 'sse_minion_grains_deleted'
        | 'sse_minion_grains_indexing_duration_seconds'
        | 'sse_minion_grains_saved'
        | 'sse_minion_target_match_calcs'
        | 'sse_minion_target_match_duration_seconds'
        | 'sse_minions'
        | 'sse_minions_lost'
        | 'sse_minions_present'
        | 'sse_minions_unknown'
        | 'sse_users_authenticated';
    };
    reply: string[];
  };
  get_system_metrics: {
    arguments: {
      daterange: {
        start?: string | null;
        end?: string | null;
        timedelta?: number | null;
      } | null;
      metrics:
        | (
            | 'celery_queue_length'
            | 'postgres_connections'
            | 'postgres_rows_deleted'
            | 'postgres_rows_inserted'
            | 'postgres_rows_read'
            | 'postgres_rows_updated'
            | 'postgres_transactions'
            | 'raas_master_commands_processed'
            | 'raas_master_master_grains_pushed'
            | 'raas_master_masterfs_pushed'
            | 'raas_master_minion_cache_pushed'
            | 'raas_master_minion_keys_pushed'
            | 'raas_master_sseapi_engine_iteration_count'
            | 'raas_master_sseapi_engine_iteration_duration_seconds'
            | 'raas_rpc_request_count'
            | 'raas_rpc_request_duration_seconds'
            | 'redis_commands_executed'
            | 'redis_memory_bytes'
            | 'salt_event_count'
            | 'salt_event_size_bytes'
            | 'sse_jobs_complete_all_successful'
            | 'sse_jobs_complete_missing_returns'
            | 'sse_jobs_complete_with_errors'
            | 'sse_jobs_in_progress'
            | 'sse_masters'
            | 'sse_minion_grains_deleted'
            | 'sse_minion_grains_indexing_duration_seconds'
            | 'sse_minion_grains_saved'
            | 'sse_minion_target_match_calcs'
            | 'sse_minion_target_match_duration_seconds'
            | 'sse_minions'
            | 'sse_minions_lost'
            | 'sse_minions_present'
            | 'sse_minions_unknown'
            | 'sse_users_authenticated'
          )[]
        | null;
      sources: string[] | null;
      reverse: boolean | null;
    };
    reply: {
      count: number;
      results: {
        name: string;
        series: {
          value: number;
          name: string;
        }[];
      }[];
    };
  };
  null: {
    arguments: {};
    reply: unknown;
  };
}
