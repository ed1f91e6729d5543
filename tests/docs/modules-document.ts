import { join } from 'node:path';
import { formatted } from './formatted.ts';
import { moduleTable } from './module-table.ts';

/** The document with the table of the modules of salt-api. */
export const MODULES_DOCUMENT = join(import.meta.dirname, '..', '..', 'docs', 'modules.md');

/** The table of modules as the formatter leaves it. */
export async function modulesDocument(): Promise<string> {
  return formatted(await moduleTable(), MODULES_DOCUMENT);
}
