import { describeChange, diffResults, isWorse } from '../report/diff.ts';
import { FORMATS, type Format } from '../report/formats.ts';
import { mergeResults } from '../report/merge.ts';
import { renderMatrix } from '../report/render/matrix.ts';
import { renderTerminal } from '../report/render/terminal.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { readResults } from './read-results.ts';
import { UsageError } from './usage-error.ts';
import { exitCodeOf } from './verdict-exit.ts';

/** The flags of `report`. */
export interface ReportFlags {
  readonly format?: string;
  readonly diff?: boolean;
  readonly matrix?: boolean;
}

/**
 * `saltproof report FILE…`: renders results again, merged, compared, or side by side.
 *
 * It ends as the check of the whole would have, in whatever format: of shards nobody else knows the verdict.
 */
export function report(files: readonly string[], { format, diff, matrix }: ReportFlags): ExitCode {
  if (files.length === 0)
    throw new UsageError(
      'Name the results.json to report on: saltproof report report/out/results.json.',
    );
  const ways = Object.entries({ '--diff': diff, '--matrix': matrix, '--format': format })
    .filter(([, value]) => value !== undefined && value !== false)
    .map(([flag]) => flag);
  if (ways.length > 1) throw new UsageError(`${ways.join(' and ')} exclude each other.`);
  if (diff) return showDiff(files);
  if (matrix) return showMatrix(files);
  const result = mergeResults(files.map(readResults));
  process.stdout.write(
    format === undefined ? renderTerminal(result) : FORMATS[formatOf(format)].render(result),
  );
  return exitCodeOf(result);
}

function formatOf(text: string): Format {
  const names = Object.keys(FORMATS) as Format[];
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new UsageError(`--format must be one of ${names.join(', ')}, not "${text}".`);
}

function showDiff(files: readonly string[]): ExitCode {
  const [before, after, ...more] = files;
  if (before === undefined || after === undefined || more.length > 0) {
    throw new UsageError('--diff compares two results: saltproof report --diff OLD NEW.');
  }
  const [was, is] = [readResults(before), readResults(after)];
  const ids = new Set(was.requirements.map(({ id }) => id));
  if (ids.size > 0 && is.requirements.length > 0 && !is.requirements.some(({ id }) => ids.has(id)))
    throw new UsageError(
      `--diff compares two results of the same API; ${before} and ${after} have no requirement in common.`,
    );
  const changes = diffResults(was, is);
  const lines = changes.length === 0 ? ['no difference'] : changes.map(describeChange);
  process.stdout.write(`${lines.join('\n')}\n`);
  return changes.some(isWorse) ? EXIT.notConformant : EXIT.conformant;
}

function showMatrix(files: readonly string[]): ExitCode {
  process.stdout.write(renderMatrix(files.map(readResults)));
  return EXIT.conformant;
}
