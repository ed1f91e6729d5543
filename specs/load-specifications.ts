import { readdirSync } from 'node:fs';
import type { DeclaredRequirement } from './declared-requirement.ts';
import { declaredBy } from './requirement.ts';

/** The requirements of a specification file, and its path below specs/. */
export interface SpecificationFile {
  readonly file: string;
  readonly requirements: readonly DeclaredRequirement[];
}

/** Loads every specification, without Playwright and once a process; nothing is tried. */
export function loadSpecifications(): Promise<readonly SpecificationFile[]> {
  loaded ??= loadAll();
  return loaded;
}

let loaded: Promise<readonly SpecificationFile[]> | undefined;

async function loadAll(): Promise<SpecificationFile[]> {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.spec\.[jt]s$/.test(file))
    .toSorted();
  const specifications: SpecificationFile[] = [];
  for (const file of files) {
    const requirements = await declaredBy(
      () => import(new URL(file, import.meta.url).href) as Promise<unknown>,
    );
    specifications.push({ file, requirements });
  }
  return specifications;
}
