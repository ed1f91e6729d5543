import { join } from 'node:path';
import type { SaltApi } from '../specs/run-options.ts';
import type { Lives } from './salt/lives.ts';

/** Where the report of one run of `check` goes, below that of everything that a line was asked. */
export function runDirectory(outDir: string, lives: Lives, api: SaltApi): string {
  return join(outDir, lives === 'normal' ? api : `${api}-${lives}-lives`);
}

/** Where its raw exchanges go. */
export function recordingDirectory(outDir: string, lives: Lives, api: SaltApi): string {
  return join(runDirectory(outDir, lives, api), 'recording');
}
