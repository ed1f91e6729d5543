import { join } from 'node:path';
import { formatted } from './formatted.ts';
import { functionTable } from './function-table.ts';

/** The document with the table of functions. */
export const FUNCTIONS = join(import.meta.dirname, '..', '..', 'docs', 'functions.md');

/** The table of functions as the formatter leaves it. */
export function functionsDocument(): string {
  return formatted(functionTable(), FUNCTIONS);
}
