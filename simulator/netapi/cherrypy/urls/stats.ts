import { dict, float, type PyDict } from '../../../python/value.ts';
import type { Exchange } from '../exchange.ts';
import { LOWDATA_TOOLS, type Resource } from '../dispatch/resource.ts';
import { THREADS } from '../statistics/statistics.ts';

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
 * Without `collect_stats` all counters stay at zero, and those of the server always do, as on real Salt.
 */
export function stats(isPublic: boolean): Resource {
  return {
    tools: { ...LOWDATA_TOOLS, salt_auth: !isPublic },
    methods: { GET: { handle: report } },
  };
}

function report({ req, server }: Exchange): PyDict {
  const { statistics, startTime, cherrypyVersion } = server;
  const address = req.socket;
  return dict({
    'CherryPy Applications': statistics.report(startTime, cherrypyVersion),
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
