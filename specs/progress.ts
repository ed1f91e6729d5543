import type { Outcome, RequirementResult } from '../report/result.ts';

/** Where progress is shown: a terminal, or a log that keeps every line. */
export interface ProgressOutput {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Outcomes in the order in which a line counts them. */
const COUNTED: readonly [Outcome, string][] = [
  ['pass', 'passed'],
  ['fail', 'failed'],
  ['harness error', 'broken'],
  ['known', 'known'],
  ['not applicable', 'not applicable'],
  ['not verified', 'not verified'],
];

/**
 * Shows how far a run has come: on a terminal one line that rewrites itself, elsewhere one line for
 * each specification file once all of it has been tried.
 */
export class Progress {
  readonly #output: ProgressOutput;
  /** By file: how many requirements it has, and what came of those that were tried. */
  readonly #files: ReadonlyMap<string, { readonly size: number; readonly outcomes: Outcome[] }>;
  readonly #total: number;
  readonly #tried: Outcome[] = [];

  /** @param files how many requirements of each specification file are to be tried */
  constructor(output: ProgressOutput, files: ReadonlyMap<string, number>) {
    this.#output = output;
    this.#files = new Map([...files].map(([file, size]) => [file, { size, outcomes: [] }]));
    this.#total = [...files.values()].reduce((sum, size) => sum + size, 0);
  }

  begin(target: string): void {
    this.#output.write(`${this.#total} requirements on ${target}\n`);
  }

  tried(file: string, { id, outcome }: Pick<RequirementResult, 'id' | 'outcome'>): void {
    this.#tried.push(outcome);
    const progress = this.#files.get(file);
    progress?.outcomes.push(outcome);
    if (this.#output.isTTY) this.#rewrite(id);
    else if (progress !== undefined && progress.outcomes.length === progress.size)
      this.#output.write(`${file}: ${countsOf(progress.outcomes)}\n`);
  }

  /** Takes the line away that was rewritten. */
  end(): void {
    if (this.#output.isTTY) this.#output.write('\r\u001B[2K');
  }

  #rewrite(id: string): void {
    const line = `${this.#tried.length}/${this.#total}  ${countsOf(this.#tried)}  ${id}`;
    const { columns = 80 } = this.#output;
    this.#output.write(`\r\u001B[2K${line.slice(0, columns - 1)}`);
  }
}

function countsOf(outcomes: readonly Outcome[]): string {
  return COUNTED.map(
    ([outcome, said]) => [outcomes.filter((o) => o === outcome).length, said] as const,
  )
    .filter(([count]) => count > 0)
    .map(([count, said]) => `${count} ${said}`)
    .join(', ');
}
