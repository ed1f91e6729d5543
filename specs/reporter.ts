import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestResult,
} from '@playwright/test/reporter';
import type { Api, JudgedApi, RequirementResult, RunResult } from '../report/result.ts';
import { verdictOf } from '../report/verdict.ts';
import { declarationIn, expectUniqueIds, type Declaration } from './declaration.ts';
import { surviveClosedPipe } from './closed-pipe.ts';
import { RECORDING, RESULT } from './evidence.ts';
import { Progress } from './progress.ts';
import { writeRecordings } from './write-recordings.ts';
import type { RecordedStep, Recording } from './recording.ts';
import { suiteOptions, type AnyApiSettings } from './run-options.ts';
import { leftOut, untriedResult } from './selection.ts';

const UNTRIED = 'the suite ended before this requirement was tried';
const INTERRUPTED = 'the run was interrupted';
const RESULTLESS = 'the requirement gave no result';

/** What stands as the cause of a requirement that an interruption kept from its end. */
const CUT_OFF: ReadonlySet<string> = new Set([UNTRIED, INTERRUPTED, RESULTLESS]);

/** Collects what came of each requirement into results.json, and shows progress while it goes: the run's only voice. */
export default class ResultsReporter implements Reporter {
  readonly #options = suiteOptions();
  readonly #startedAt = new Date();
  readonly #results = new Map<string, RequirementResult>();
  readonly #recordings: Recording[] = [];
  #progress: Progress | undefined;
  #workers = 1;
  /** Whether anything came of any requirement. */
  #hasTried = false;
  #fault: string | undefined;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(config: FullConfig, suite: Suite): void {
    surviveClosedPipe(process.stdout);
    this.#workers = config.workers;
    const tests = suite.allTests();
    const declarations = tests.map(declarationOf);
    expectUniqueIds(declarations);
    for (const declaration of declarations) {
      this.#results.set(declaration.id, resultless(declaration, UNTRIED));
    }
    const files = new Map<string, number>();
    for (const test of tests)
      if (this.#leftOut(declarationOf(test)) === undefined)
        files.set(fileOf(test), (files.get(fileOf(test)) ?? 0) + 1);
    this.#progress = new Progress(process.stdout, files);
    this.#progress.begin(this.#options.apis.map(firstUrl).join(' and '));
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const declaration = declarationOf(test);
    const outcome = attached(result, RESULT) as RequirementResult | undefined;
    this.#hasTried ||= outcome !== undefined;
    const tried =
      outcome ??
      this.#leftOut(declaration) ??
      resultless(declaration, crashOf(result), result.duration);
    const steps = (attached(result, RECORDING) as RecordedStep[] | undefined) ?? [];
    this.#results.set(declaration.id, tried);
    if (steps.length > 0)
      this.#recordings.push({ order: this.#recordings.length, requirement: declaration.id, steps });
    if (this.#leftOut(declaration) === undefined) this.#progress?.tried(fileOf(test), tried);
  }

  /** What becomes of a requirement that is not tried. */
  #leftOut(declaration: Declaration): RequirementResult | undefined {
    const untried = leftOut(declaration, this.#options);
    return untried && untriedResult(declaration, untried);
  }

  /** What a specification prints is for whoever writes it, and not part of the report. */
  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  /** Playwright's own troubles: a specification that cannot be loaded, a worker that cannot be started. */
  onError({ message = 'unknown error', stack }: { message?: string; stack?: string }): void {
    this.#fault ??= message;
    process.stderr.write(`${stack ?? message}\n`);
  }

  async onEnd({ status }: FullResult): Promise<{ status: 'passed' | 'failed' }> {
    this.#progress?.end();
    if (status === 'interrupted') {
      this.#forgiveUntried();
      // Perhaps not even all requirements were loaded.
      if (!this.#hasTried) return { status: 'passed' };
    }
    if (this.#progress === undefined || this.#fault !== undefined) return { status: 'failed' };
    const { outDir, recordDir, salt, runId, apis } = this.#options;
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, 'results.json'), `${JSON.stringify(this.#run(), null, 2)}\n`);
    const target = apis.map(firstUrl)[0] ?? '';
    if (recordDir !== undefined)
      writeRecordings(recordDir, { salt, target, runId }, this.#recordings);
    return { status: 'passed' };
  }

  /** What somebody kept from being tried is no fault of the suite. */
  #forgiveUntried(): void {
    for (const [id, result] of this.#results)
      if (CUT_OFF.has(result.cause ?? ''))
        this.#results.set(id, { ...result, outcome: 'not verified', cause: INTERRUPTED });
  }

  #run(): RunResult {
    const { kind, failOn, seed, shard, suiteVersion } = this.#options;
    const requirements = [...this.#results.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
    const [first, ...beside] = this.#options.apis.map((one) => this.#judged(one, requirements));
    if (first === undefined) throw new Error('A run judges at least one API.');
    return {
      format: 'saltproof-results/1',
      suite: { version: suiteVersion, requirements: requirements.length },
      target: { ...first, kind },
      ...(beside.length > 0 && { beside }),
      run: {
        startedAt: this.#startedAt.toISOString(),
        duration: Date.now() - this.#startedAt.getTime(),
        node: process.version,
        seed,
        workers: this.#workers,
        ...(shard !== undefined && { shard: `${shard.index}/${shard.total}` }),
        options: this.#shapingOptions(),
      },
      failOn,
      verdict: verdictOf(requirements, failOn),
      requirements,
    };
  }

  /** RaaS knows no Salt lines. */
  #judged({ api, targets }: AnyApiSettings, requirements: readonly RequirementResult[]): JudgedApi {
    const server = serverHeader(requirements, api);
    return {
      url: targets[0] ?? '',
      api,
      ...(api !== 'raas' && { salt: this.#options.salt }),
      ...(server !== undefined && { server }),
    };
  }

  /** The options that a reader must know to understand the result; who logged in, but not with what. */
  #shapingOptions(): Record<string, string> {
    const { apis, allow, only, level, baseline, timeBudget } = this.#options;
    const shaping = {
      ...Object.fromEntries(apis.flatMap((one) => usersOf(one, apis.length > 1))),
      allow: allow.join(','),
      only: only?.join(','),
      level,
      baseline: baseline.length > 0 ? `${baseline.length} ids` : undefined,
      timeBudget: `${timeBudget} s`,
    };
    const given = Object.entries(shaping).filter(
      ([, value]) => value !== undefined && value !== '',
    );
    return Object.fromEntries(given) as Record<string, string>;
  }
}

/** Who logged in to an API; each named with it where there are several. */
function usersOf(settings: AnyApiSettings, isNamed: boolean): [string, string | undefined][] {
  const { api, credentials, limited } = settings;
  const users = {
    username: credentials?.username,
    ...(settings.api === 'raas'
      ? { config_name: settings.credentials?.config_name }
      : { eauth: settings.credentials?.eauth }),
    limited: limited?.username,
  };
  return Object.entries(users).map(([name, value]) => [isNamed ? `${api}.${name}` : name, value]);
}

function firstUrl({ targets }: AnyApiSettings): string {
  return targets[0] ?? '';
}

function declarationOf(test: TestCase): Declaration {
  const declaration = declarationIn(test.annotations);
  if (declaration !== undefined) return declaration;
  throw new Error(`${fileOf(test)}: "${test.title}" is a test; the suite is made of requirements.`);
}

/** The specification file that a test is declared in; its own location is where all requirements become tests. */
function fileOf(test: TestCase): string {
  const [, , file = ''] = test.titlePath();
  return file;
}

function attached(result: TestResult, name: string): unknown {
  const body = result.attachments.find((attachment) => attachment.name === name)?.body;
  return body === undefined ? undefined : (JSON.parse(body.toString()) as unknown);
}

function resultless(declaration: Declaration, cause: string, duration = 0): RequirementResult {
  return { ...declaration, outcome: 'harness error', cause, duration, exchanges: [] };
}

function crashOf({ error, status }: TestResult): string {
  if (status === 'interrupted') return INTERRUPTED;
  return error?.message?.split('\n')[0] ?? RESULTLESS;
}

function serverHeader(requirements: readonly RequirementResult[], of: Api): string | undefined {
  return requirements
    .filter(({ api }) => api === of)
    .flatMap(({ exchanges }) => exchanges)
    .flatMap(({ response }) => response?.headers ?? [])
    .find(([name]) => name.toLowerCase() === 'server')?.[1];
}
