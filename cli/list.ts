import type { Declaration } from '../specs/declaration.ts';
import { expectKnownPrefixes, readCatalogue, requirementsOf } from './catalogue.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** `saltproof list [TOPIC]`: every requirement, or those of a topic, a line each. */
export async function list(topic?: string): Promise<ExitCode> {
  const catalogue = await readCatalogue();
  if (topic !== undefined) expectKnownPrefixes([topic], catalogue, 'list');
  process.stdout.write(linesOf(topic === undefined ? catalogue : requirementsOf(topic, catalogue)));
  return EXIT.conformant;
}

/** Requirements, a line each, and how many they are. */
export function linesOf(declarations: readonly Declaration[]): string {
  const width = Math.max(...declarations.map(({ id }) => id.length));
  const lines = declarations.map(
    ({ id, level, text }) => `${id.padEnd(width)}  ${level.toUpperCase().padEnd(6)}  ${text}`,
  );
  return `${[...lines, `${declarations.length} requirements`].join('\n')}\n`;
}
