import { writeFileSync } from 'node:fs';
import { FUNCTIONS, functionsDocument } from './functions-document.ts';

/* Writes docs/functions.md: `npm run functions`. */
writeFileSync(FUNCTIONS, functionsDocument());
