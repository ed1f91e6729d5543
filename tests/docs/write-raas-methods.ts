import { writeFileSync } from 'node:fs';
import { RAAS_METHODS, raasMethodsDocument } from './raas-methods-document.ts';

/* Writes docs/raas-methods.md: `npm run raas-methods`. */
writeFileSync(RAAS_METHODS, raasMethodsDocument());
