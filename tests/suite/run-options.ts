import type { RaasRunOptions, RunOptions, SuiteOptions } from '../../specs/run-options.ts';

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

/** The same of a run against a RaaS. */
export function plainRaasOptions(changes: Partial<RaasRunOptions> = {}): RaasRunOptions {
  const { apis: _apis, ...run } = plainSuite([]);
  return {
    ...run,
    api: 'raas',
    targets: [],
    credentials: { username: 'root', password: 'Corr3ct horse', config_name: 'internal' },
    ...changes,
  };
}

/** A run that judges these APIs, as its workers are told. */
export function plainSuite(
  apis: SuiteOptions['apis'],
  changes: Partial<SuiteOptions> = {},
): SuiteOptions {
  const { api: _api, targets: _targets, credentials: _credentials, ...run } = plainOptions();
  return { ...run, apis, ...changes };
}
