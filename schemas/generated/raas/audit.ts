// Made from schemas/raas/*.json by `npm run schemas`; not to be edited.

export interface Audit {
  get_audit: {
    arguments: {
      account_uuid: string | null;
      username: string | null;
      session_uuid: string | null;
      event_type: 'system' | 'auth' | 'rpc' | 'task' | null;
      event_name: string | null;
      failed: boolean | null;
      /**
       * @minItems 2
       * @maxItems 2
       */
      daterange: [string, string] | null;
      elapsed_msec_min: number | null;
      elapsed_msec_max: number | null;
      page: number | null;
      limit: number;
      sort_by:
        | 'username'
        | 'event_type'
        | 'event_name'
        | 'failed'
        | 'start_time'
        | 'end_time'
        | 'elapsed_msec'
        | null;
      reverse: boolean;
      daterange_fmt?: string | null;
    };
    reply: {
      count: number;
      results: {
        id: number;
        start_time: string;
        end_time: string;
        event_type: 'system' | 'auth' | 'rpc' | 'task';
        event_name: string;
        username: string;
        account_uuid: string | null;
        session_uuid: string | null;
        failed: boolean;
        event_data: {
          note?: string;
          status?: number;
          headers?: {
            [k: string]: string;
          };
        };
      }[];
    };
  };
}
