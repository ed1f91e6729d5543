import { dict, float, type PyDict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type Resource } from '../resource.ts';

/** Threads of cheroot's pool, Salt's default. */
const THREADS = 100;

/** What is known of each thread of the pool; the first two threads of the process are not of it. */
const WORKER_THREADS: PyDict = new Map(
  Array.from({ length: THREADS }, (_, at) => [
    `CP Server Thread-${at + 3}`,
    dict({
      Requests: 0,
      'Bytes Read': 0,
      'Bytes Written': 0,
      'Work Time': 0,
      'Read Throughput': float(0),
      'Write Throughput': float(0),
    }),
  ]),
);

/**
 * `/stats`: CherryPy's statistics (rest-cherrypy §18).
 *
 * Without `collect_stats` all counters stay at zero, as on real Salt.
 */
export function stats(isPublic: boolean): Resource {
  return {
    tools: { ...LOWDATA_TOOLS, salt_auth: !isPublic },
    methods: { GET: { handle: statistics } },
  };
}

function statistics(exchange: Exchange): PyDict {
  const address = exchange.req.socket;
  return dict({
    'CherryPy Applications': dict({
      Enabled: true,
      'Bytes Read/Request': float(0),
      'Bytes Read/Second': float(0),
      'Bytes Written/Request': float(0),
      'Bytes Written/Second': float(0),
      'Current Time': exchange.master.clock.now() / 1_000_000,
      'Current Requests': 0,
      'Requests/Second': float(0),
      'Server Version': exchange.server.cherrypyVersion,
      'Start Time': exchange.server.startTime / 1_000_000,
      'Total Bytes Read': 0,
      'Total Bytes Written': 0,
      'Total Requests': 0,
      'Total Time': 0,
      Uptime: (exchange.master.clock.now() - exchange.server.startTime) / 1_000_000,
      Requests: new Map(),
    }),
    'Cheroot HTTPServer 1': dict({
      Enabled: false,
      'Bind Address': `('${address.localAddress ?? ''}', ${address.localPort ?? 0})`,
      'Run time': -1,
      Accepts: 0,
      'Accepts/sec': float(0),
      Queue: 0,
      Threads: THREADS,
      'Threads Idle': THREADS - 1,
      'Socket Errors': 0,
      Requests: -1,
      'Bytes Read': -1,
      'Bytes Written': -1,
      'Work Time': -1,
      'Read Throughput': -1,
      'Write Throughput': -1,
      'Worker Threads': WORKER_THREADS,
    }),
  });
}
