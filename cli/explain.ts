import { expectKnownIds, readCatalogue } from './catalogue.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** `saltproof explain ID`: what a requirement says, where it comes from and what it needs. */
export function explain(id: string): ExitCode {
  const catalogue = readCatalogue();
  expectKnownIds([id], catalogue);
  const found = catalogue.find((declaration) => declaration.id === id);
  if (found === undefined) return EXIT.wrongUse;
  const { level, text, source, since, until, needs } = found;
  const lines: [string, string | undefined][] = [
    ['level', level.toUpperCase()],
    ['documented', source.documented],
    ['observed on', source.observed?.join(', ')],
    ['needed by', source.client?.join(', ')],
    [
      'Salt lines',
      since === undefined && until === undefined
        ? 'all'
        : `${since ?? 'first'} to ${until ?? 'newest'}`,
    ],
    ['needs', needs.length > 0 ? needs.join(', ') : undefined],
  ];
  const facts = lines
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `  ${name.padEnd(12)}${value}`);
  process.stdout.write(`${id}\n  ${text}\n\n${facts.join('\n')}\n`);
  return EXIT.conformant;
}
