import { APIS } from '../report/result.ts';
import type { Declaration } from '../specs/declaration.ts';
import { outsideLines } from '../specs/selection.ts';
import { expectKnownPrefixes, readCatalogue, requirementsOf } from './catalogue.ts';
import { typedApis } from './chosen-apis.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { saltLine } from './salt-line.ts';

/** The flags of `list`. */
export interface ListFlags {
  readonly api?: string;
  readonly salt?: string;
}

/** `saltproof list [TOPIC]`: every requirement, or those of a topic, of some APIs or of a Salt line, a line each. */
export async function list(
  topic: string | undefined,
  { api, salt }: ListFlags = {},
): Promise<ExitCode> {
  const apis = api === undefined ? APIS : typedApis(api);
  const line = salt === undefined ? undefined : saltLine(salt);
  const catalogue = await readCatalogue();
  if (topic !== undefined) expectKnownPrefixes([topic], catalogue, 'list');
  const listed = topic === undefined ? catalogue : requirementsOf(topic, catalogue);
  const chosen = listed
    .filter((one) => apis.includes(one.api))
    .filter((one) => line === undefined || outsideLines(one, line) === undefined);
  process.stdout.write(linesOf(chosen));
  return EXIT.conformant;
}

/** Requirements, a line each, and how many they are. */
export function linesOf(declarations: readonly Declaration[]): string {
  const width = Math.max(0, ...declarations.map(({ id }) => id.length));
  const lines = declarations.map(
    ({ id, level, text }) => `${id.padEnd(width)}  ${level.toUpperCase().padEnd(6)}  ${text}`,
  );
  return `${[...lines, `${declarations.length} requirements`].join('\n')}\n`;
}
