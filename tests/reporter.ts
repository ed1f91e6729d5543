import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import { SUMMARY } from './summary.ts';

/**
 * Shows a dot for each test, tells of failed ones as they happen, and ends with why any were
 * skipped, and how many passed, failed and were skipped.
 */
export default class TestsReporter implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0 };
  readonly #summaries: string[] = [];
  /** How many were skipped for each reason. */
  readonly #skipped = new Map<string, number>();

  printsToStdio(): boolean {
    return true;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    const summaries = test.annotations.filter(({ type }) => type === SUMMARY);
    this.#summaries.push(...summaries.map(({ description = '' }) => description));
    if (result.status === 'skipped') this.#skip(test);
    else if (result.status === test.expectedStatus) {
      this.#counts.passed += 1;
      process.stdout.write('.');
    } else {
      this.#counts.failed += 1;
      const name = test.titlePath().slice(2).join(' > ');
      const errors = result.errors.map(({ stack, message }) => stack ?? message ?? 'no message');
      process.stdout.write(`\nFAILED ${name} (${result.status})\n${errors.join('\n')}\n\n`);
    }
  }

  #skip({ annotations }: TestCase): void {
    this.#counts.skipped += 1;
    const reason =
      annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given';
    this.#skipped.set(reason, (this.#skipped.get(reason) ?? 0) + 1);
  }

  /** What a test prints, and what breaks outside of tests: a file that cannot be loaded. */
  onStdErr(chunk: string | Buffer): void {
    process.stderr.write(chunk);
  }

  onError({ stack, message = 'unknown error' }: { stack?: string; message?: string }): void {
    this.#counts.failed += 1;
    process.stdout.write(`${stack ?? message}\n`);
  }

  async onEnd(): Promise<void> {
    const { passed, failed, skipped } = this.#counts;
    const reasons = [...this.#skipped].map(([reason, times]) => `skipped ${times}: ${reason}`);
    const lines = [...this.#summaries.toSorted(), ...reasons].map((line) => `${line}\n`);
    process.stdout.write(
      `\n${lines.join('')}${passed} passed, ${failed} failed, ${skipped} skipped\n`,
    );
  }
}
