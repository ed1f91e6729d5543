import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { declarationIn, expectUniqueIds, type Declaration } from '../specs/declaration.ts';
import { nearest } from './nearest.ts';
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
  let listed: ListedSuite & { readonly errors?: readonly { readonly message?: string }[] };
  try {
    listed = JSON.parse(stdout) as typeof listed;
  } catch (cause) {
    throw new Error(`The suite cannot be loaded: ${stderr || stdout}`, { cause });
  }
  const [error] = listed.errors ?? [];
  if (error !== undefined) throw new Error(`The suite cannot be loaded: ${error.message}`);
  const declarations = declarationsOf(listed).toSorted((a, b) => (a.id < b.id ? -1 : 1));
  expectUniqueIds(declarations);
  return declarations;
}

function declarationsOf(suite: ListedSuite): Declaration[] {
  const own = (suite.specs ?? [])
    .flatMap(({ tests }) => tests)
    .map(({ annotations }) => declarationIn(annotations))
    .filter((declaration) => declaration !== undefined);
  return [...own, ...(suite.suites ?? []).flatMap(declarationsOf)];
}

/**
 * Checks that every id is one of the catalogue's.
 *
 * @param where the flag or file that named them, for the message
 * @throws UsageError naming the nearest ids that there are
 */
export function expectKnownIds(
  ids: readonly string[],
  catalogue: readonly Declaration[],
  where: string,
): void {
  const known = catalogue.map(({ id }) => id);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown === undefined) return;
  const close = nearest(unknown, known).map((id) => `"${id}"`);
  const hint = close.length > 0 ? ` Did you mean ${close.join(' or ')}?` : '';
  throw new UsageError(
    `${where} names "${unknown}", and there is no such requirement.${hint} \`saltproof list\` shows all.`,
  );
}
