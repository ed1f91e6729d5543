// Made from schemas/*.schema.json by `npm run schemas`; not to be edited.

/**
 * The answer of GET /stats: CherryPy's statistics of the application and of the HTTP server.
 */
export interface Stats {
  'CherryPy Applications': {
    Enabled: boolean;
    'Bytes Read/Request': number;
    'Bytes Read/Second': number;
    'Bytes Written/Request': number;
    'Bytes Written/Second': number;
    'Current Time': number;
    'Current Requests': number;
    'Requests/Second': number;
    'Server Version': string;
    'Start Time': number;
    'Total Bytes Read': number;
    'Total Bytes Written': number;
    'Total Requests': number;
    'Total Time': number;
    Uptime: number;
    /**
     * By thread; empty unless statistics are collected.
     */
    Requests: {
      [k: string]: unknown;
    };
  };
  /**
   * This interface was referenced by `Stats`'s JSON-Schema definition
   * via the `patternProperty` "^Cheroot HTTPServer [0-9]+$".
   */
  [k: string]:
    | {
        Enabled: boolean;
        'Bind Address': string;
        'Run time': number;
        Accepts: number;
        'Accepts/sec': number;
        Queue: number;
        Threads: number;
        'Threads Idle': number;
        'Socket Errors': number;
        Requests: number;
        'Bytes Read': number;
        'Bytes Written': number;
        'Work Time': number;
        'Read Throughput': number;
        'Write Throughput': number;
        'Worker Threads': {
          [k: string]: {
            Requests: number;
            'Bytes Read': number;
            'Bytes Written': number;
            'Work Time': number;
            'Read Throughput': number;
            'Write Throughput': number;
          };
        };
      }
    | {
        Enabled: boolean;
        'Bytes Read/Request': number;
        'Bytes Read/Second': number;
        'Bytes Written/Request': number;
        'Bytes Written/Second': number;
        'Current Time': number;
        'Current Requests': number;
        'Requests/Second': number;
        'Server Version': string;
        'Start Time': number;
        'Total Bytes Read': number;
        'Total Bytes Written': number;
        'Total Requests': number;
        'Total Time': number;
        Uptime: number;
        /**
         * By thread; empty unless statistics are collected.
         */
        Requests: {
          [k: string]: unknown;
        };
      };
}
