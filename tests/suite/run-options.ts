import type { RunOptions } from '../../specs/run-options.ts';

/** The options of a run against a server, as plain as they come. */
export function plainOptions(changes: Partial<RunOptions> = {}): RunOptions {
  return {
    targets: [],
    api: 'cherrypy',
    salt: '3008',
    kind: 'server',
    credentials: { username: 'saltdev', password: 'Corr3ct horse', eauth: 'pam' },
    tls: { insecure: false },
    allow: [],
    baseline: [],
    failOn: 'must',
    seed: 1,
    runId: 'test',
    timeBudget: 0,
    replyTimeout: 60,
    outDir: 'unused',
    suiteVersion: '0.0.0',
    ...changes,
  };
}
