import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

const ROOT = new URL('../', import.meta.url);

/** The directories that hold the project's code. */
const ROOMS = [
  'simulator',
  'specs',
  'report',
  'cli',
  'schemas',
  'oracle',
  'tests',
  'bench',
] as const;

/** A source file: its path from the root of the repository, and what it holds. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
  /** The text without comments. Strings stay, so a `//` in one must follow a colon, as in a URL. */
  readonly code: string;
  /** What it imports: paths from the root for its own, else the specifier. */
  readonly imports: readonly string[];
}

/** Every source file that was written by hand. */
export function sourceFiles(): SourceFile[] {
  return ROOMS.flatMap((room) =>
    readdirSync(new URL(room, ROOT), { recursive: true, encoding: 'utf8' })
      .map((file) => `${room}/${file.replaceAll('\\', '/')}`)
      .filter((path) => path.endsWith('.ts') && !path.includes('/generated/'))
      .toSorted()
      .map(read),
  );
}

function read(path: string): SourceFile {
  const text = readFileSync(new URL(path, ROOT), 'utf8');
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, '').replaceAll(/(^|[^:'"`/])\/\/.*$/gm, '$1');
  return { path, text, code, imports: importsOf(path, code) };
}

function importsOf(path: string, code: string): string[] {
  const statements = code.matchAll(/^(?:import|export)\b[^;]*?\bfrom '([^']+)'/gm);
  const calls = code.matchAll(/\bimport\(\s*'([^']+)'/g);
  const bare = code.matchAll(/^import '([^']+)'/gm);
  return [...statements, ...calls, ...bare].map(([, specifier = '']) =>
    specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier,
  );
}
