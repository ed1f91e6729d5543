import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { DECLARATION, type Declaration } from '../specs/requirement.ts';
import { playwrightConfig } from './package-root.ts';
import { UsageError } from './usage-error.ts';

interface ListedSuite {
  readonly specs?: readonly {
    readonly tests: readonly {
      readonly annotations: readonly { type: string; description?: string }[];
    }[];
  }[];
  readonly suites?: readonly ListedSuite[];
}

/**
 * Every requirement of the suite, sorted by id; nothing is run for it.
 *
 * @throws Error where the suite cannot be loaded: our own fault
 */
export function readCatalogue(): Declaration[] {
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli');
  const args = [
    cli,
    'test',
    '--list',
    '--reporter=json',
    '--project=conformance',
    `--config=${playwrightConfig()}`,
  ];
  const { stdout, stderr } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  let listed: ListedSuite;
  try {
    listed = JSON.parse(stdout) as ListedSuite;
  } catch (cause) {
    throw new Error(`The suite cannot be loaded: ${stderr || stdout}`, { cause });
  }
  return declarationsOf(listed).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function declarationsOf(suite: ListedSuite): Declaration[] {
  const own = (suite.specs ?? [])
    .flatMap(({ tests }) => tests)
    .flatMap(({ annotations }) => annotations)
    .filter(({ type }) => type === DECLARATION)
    .map(({ description = '{}' }) => JSON.parse(description) as Declaration);
  return [...own, ...(suite.suites ?? []).flatMap(declarationsOf)];
}

/**
 * Checks that every id is one of the catalogue's.
 *
 * @throws UsageError naming the nearest id that there is
 */
export function expectKnownIds(ids: readonly string[], catalogue: readonly Declaration[]): void {
  const known = catalogue.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const [nearest] = [...known].sort((a, b) => distance(a, unknown) - distance(b, unknown));
  throw new UsageError(
    `There is no requirement "${unknown}". Did you mean "${nearest}"? \`saltproof list\` shows all.`,
  );
}

/** How many letters have to change to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, change));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
