import { join } from 'node:path';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { DOCUMENTED_LINE } from '../../specs/salt-lines.ts';
import { documentsTable } from './documents-table.ts';
import { formatted } from './formatted.ts';

/** The document that holds what is written of salt-api against what Salt does. */
export const DOCUMENTS = join(import.meta.dirname, '..', '..', 'docs', 'documents-and-salt.md');

/** Its tables as the formatter leaves them. */
export async function documentsDocument(): Promise<string> {
  const specifications = await loadSpecifications();
  const declarations = specifications
    .flatMap(({ requirements }) => requirements)
    // What is common to the modules was concluded of rest_wsgi; docs/modules.md tells of it.
    .filter(
      ({ except, declaration: { since } }) => except === undefined || since !== DOCUMENTED_LINE,
    )
    .map(({ declaration }) => declaration);
  return formatted(documentsTable(declarations), DOCUMENTS);
}
