import type { RunResult } from '../result.ts';

/** The result as it is, for programs (schemas/results.schema.json). */
export function renderJson(result: RunResult): string {
  return `${JSON.stringify(result, null, 2)}\n`;
}
