import { join } from 'node:path';
import { formatted } from './formatted.ts';
import { raasMethodTable } from './raas-method-table.ts';

/** The document with the table of RaaS's methods. */
export const RAAS_METHODS = join(import.meta.dirname, '..', '..', 'docs', 'raas-methods.md');

/** The table of RaaS's methods as the formatter leaves it. */
export function raasMethodsDocument(): string {
  return formatted(raasMethodTable(), RAAS_METHODS);
}
