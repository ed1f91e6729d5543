import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';
import type { RequirementResult, RunResult } from '../report/result.ts';
import { verdictOf } from '../report/verdict.ts';
import { DECLARATION, RESULT, type Declaration } from './requirement.ts';
import { runOptions } from './run-options.ts';

/** Marks of the progress line, by outcome. */
const MARKS = {
  pass: '.',
  fail: 'F',
  known: 'k',
  'not applicable': '-',
  'not verified': '?',
  'harness error': 'E',
} as const satisfies Readonly<Record<RequirementResult['outcome'], string>>;

/** Collects the results of a run into results.json, and shows progress while it goes. */
export default class ResultsReporter implements Reporter {
  readonly #options = runOptions();
  readonly #startedAt = new Date();
  readonly #results = new Map<string, RequirementResult>();
  #workers = 1;
  #shown = 0;

  printsToStdio(): boolean {
    return true;
  }

  onBegin(config: { workers: number }, suite: Suite): void {
    this.#workers = config.workers;
    for (const test of suite.allTests()) {
      const declaration = declarationOf(test);
      this.#results.set(declaration.id, {
        ...declaration,
        outcome: 'harness error',
        cause: 'the suite ended before this requirement was tried',
        duration: 0,
        exchanges: [],
      });
    }
    process.stdout.write(`${this.#results.size} requirements on ${this.#options.targets[0]}\n`);
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const declaration = declarationOf(test);
    const attached = result.attachments.find(({ name }) => name === RESULT)?.body?.toString();
    const outcome: RequirementResult =
      attached === undefined
        ? { ...declaration, ...crashed(result), duration: result.duration, exchanges: [] }
        : (JSON.parse(attached) as RequirementResult);
    this.#results.set(declaration.id, outcome);
    this.#shown += 1;
    process.stdout.write(MARKS[outcome.outcome] + (this.#shown % 80 === 0 ? '\n' : ''));
  }

  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onError(error: { message?: string }): void {
    process.stderr.write(`${error.message ?? 'unknown error'}\n`);
  }

  async onEnd(): Promise<{ status: 'passed' }> {
    process.stdout.write('\n');
    const { outDir } = this.#options;
    mkdirSync(outDir, { recursive: true });
    writeFileSync(join(outDir, 'results.json'), `${JSON.stringify(this.#run(), null, 2)}\n`);
    return { status: 'passed' };
  }

  #run(): RunResult {
    const { targets, api, salt, kind, failOn, seed, shard, suiteVersion, allow, timeBudget } =
      this.#options;
    const requirements = [...this.#results.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
    const server = requirements
      .flatMap(({ exchanges }) => exchanges)
      .flatMap(({ response }) => response?.headers ?? [])
      .find(([name]) => name.toLowerCase() === 'server')?.[1];
    return {
      format: 'saltproof-results/1',
      suite: { version: suiteVersion, requirements: requirements.length },
      target: { url: targets[0] ?? '', api, salt, kind, ...(server !== undefined && { server }) },
      run: {
        startedAt: this.#startedAt.toISOString(),
        duration: Date.now() - this.#startedAt.getTime(),
        node: process.version,
        seed,
        workers: this.#workers,
        ...(shard !== undefined && { shard: `${shard.index}/${shard.total}` }),
        options: { allow: allow.join(','), timeBudget: String(timeBudget) },
      },
      failOn,
      verdict: verdictOf(requirements, failOn),
      requirements,
    };
  }
}

function declarationOf(test: TestCase): Declaration {
  const annotation = test.annotations.find(({ type }) => type === DECLARATION);
  return JSON.parse(annotation?.description ?? '{}') as Declaration;
}

function crashed({ error }: TestResult): Pick<RequirementResult, 'outcome' | 'cause'> {
  return {
    outcome: 'harness error',
    cause: error?.message?.split('\n')[0] ?? 'the requirement gave no result',
  };
}
