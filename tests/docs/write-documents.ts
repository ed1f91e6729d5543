import { writeFileSync } from 'node:fs';
import { DOCUMENTS, documentsDocument } from './documents-document.ts';

/* Writes docs/documents-and-salt.md: `npm run documents`. */
writeFileSync(DOCUMENTS, await documentsDocument());
