import { writeFileSync } from 'node:fs';
import { MODULES_DOCUMENT, modulesDocument } from './modules-document.ts';

/* Writes docs/modules.md: `npm run modules`. */
writeFileSync(MODULES_DOCUMENT, await modulesDocument());
