import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Observed, ObservedFile } from './observed.ts';

/** Where the exchanges observed on real Salt are kept, a directory for each release. */
export const OBSERVED_DIRECTORY = join(import.meta.dirname, '..', '..', 'fixtures', 'observed');

/** The releases that were observed: `3006.28`, … */
export function observedReleases(directory = OBSERVED_DIRECTORY): string[] {
  if (!existsSync(directory)) return [];
  const entries = readdirSync(directory, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();
}

/** Everything observed of one release, in order of the ids; empty where nothing was. */
export function readObserved(release: string, directory = OBSERVED_DIRECTORY): Observed[] {
  const folder = join(directory, release);
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.toSorted().flatMap((name) => readFile(join(folder, name)).observed);
}

/** Keeps what was observed of one release, a file for each topic; what was there before is gone. */
export function writeObserved(
  release: string,
  observed: readonly Observed[],
  directory = OBSERVED_DIRECTORY,
): void {
  const folder = join(directory, release);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const topics = byTopic(observed.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  for (const [topic, ofTopic] of topics) {
    const file: ObservedFile = {
      format: 'saltproof-observed/1',
      salt: release,
      topic,
      observed: ofTopic,
    };
    writeFileSync(join(folder, `${topic}.json`), `${JSON.stringify(file, null, 1)}\n`);
  }
}

function byTopic(observed: readonly Observed[]): Map<string, Observed[]> {
  const topics = new Map<string, Observed[]>();
  for (const one of observed) {
    const topic = one.id.split('.').slice(0, 2).join('.');
    topics.set(topic, [...(topics.get(topic) ?? []), one]);
  }
  return topics;
}

function readFile(path: string): ObservedFile {
  const file = JSON.parse(readFileSync(path, 'utf8')) as ObservedFile;
  if (file.format === 'saltproof-observed/1') return file;
  throw new Error(
    `${path} is of the format ${String(file.format)}, which this saltproof does not read.`,
  );
}
