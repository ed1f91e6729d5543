import { readFileSync } from 'node:fs';
import { ReportError } from './report-error.ts';
import type { RunResult } from './result.ts';

const FORMAT: RunResult['format'] = 'saltproof-results/1';

/**
 * Reads a results.json.
 *
 * @throws ReportError where it is not there, no JSON, or of another format
 */
export function readResult(path: string): RunResult {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (cause) {
    throw new ReportError(
      `${path} cannot be read as results: ${reasonOf(cause)}. Name a results.json that \`saltproof check\` wrote.`,
      { cause },
    );
  }
  if (isRunResult(value)) return value;
  throw new ReportError(
    `${path} is not of the format ${FORMAT}. Make it anew with this version's \`saltproof check\`.`,
  );
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EISDIR: 'it is a directory',
  EACCES: 'you have no right to read it',
};

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return REASONS[code ?? ''] ?? message;
}

function isRunResult(value: unknown): value is RunResult {
  if (typeof value !== 'object' || value === null) return false;
  const { format, requirements, target, run } = value as Partial<RunResult>;
  return (
    format === FORMAT &&
    Array.isArray(requirements) &&
    typeof target === 'object' &&
    typeof run === 'object'
  );
}
