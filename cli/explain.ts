import type { Declaration } from '../specs/declaration.ts';
import { FIRST_LINE } from '../specs/salt-lines.ts';
import { factsOfCapability } from '../specs/target/capabilities.ts';
import { expectKnownPrefixes, readCatalogue, requirementsOf } from './catalogue.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';
import { linesOf } from './list.ts';

/** `saltproof explain ID`: what a requirement says, where it comes from and what it needs; of a topic, which there are. */
export async function explain(id: string): Promise<ExitCode> {
  const catalogue = await readCatalogue();
  expectKnownPrefixes([id], catalogue, 'explain');
  const declaration = catalogue.find((known) => known.id === id);
  process.stdout.write(
    declaration === undefined ? linesOf(requirementsOf(id, catalogue)) : describe(declaration),
  );
  return EXIT.conformant;
}

function describe({
  id,
  api,
  level,
  text,
  source,
  confidence,
  today,
  claim,
  since,
  until,
  needs,
}: Declaration): string {
  const bounds = `${since ?? FIRST_LINE} to ${until ?? 'the newest'}`;
  const isBounded = since !== undefined || until !== undefined;
  const facts: readonly (readonly [string, string | undefined])[] = [
    ['level', level.toUpperCase()],
    ['documented', source.documented],
    ['observed on', source.observed?.join(', ')],
    ['needed by', source.client?.join(', ')],
    ['inferred', source.inferred],
    ['confidence', confidence],
    ['somebody says', claim && `${claim.says} (${claim.verdict})`],
    ['today', today],
    ['Salt lines', api === 'raas' ? undefined : isBounded ? bounds : `all from ${FIRST_LINE} on`],
    ...needs.map((need) => ['needs', factsOfCapability(need).what] as const),
  ];
  const lines = facts
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(14)}${value}`);
  return `${id}\n  ${text}\n\n${lines.join('\n')}\n`;
}
