import { readCatalogue } from './catalogue.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** `saltproof list`: every requirement, a line each. */
export async function list(): Promise<ExitCode> {
  const catalogue = await readCatalogue();
  const width = Math.max(...catalogue.map(({ id }) => id.length));
  for (const { id, level, text } of catalogue) {
    process.stdout.write(`${id.padEnd(width)}  ${level.toUpperCase().padEnd(6)}  ${text}\n`);
  }
  process.stdout.write(`${catalogue.length} requirements\n`);
  return EXIT.conformant;
}
