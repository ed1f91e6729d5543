import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORMATS, type Format } from '../report/formats.ts';
import type { RunResult } from '../report/result.ts';

const WRITTEN: readonly Format[] = ['json', 'html', 'junit'];

/** Writes the files of a report in place of an earlier one's, all of which stay until all are ready. */
export function writeReports(result: RunResult, directory: string): void {
  const files = WRITTEN.map((format) => join(directory, FORMATS[format].file));
  for (const [at, format] of WRITTEN.entries())
    writeFileSync(`${files[at]}.new`, FORMATS[format].render(result));
  for (const file of files) renameSync(`${file}.new`, file);
}
