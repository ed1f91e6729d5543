import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@playwright/test';
import { saltproof } from '../cli/saltproof.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const DOCUMENTS = [
  'README.md',
  'CONTRIBUTING.md',
  ...['docs', 'decisions'].flatMap((folder) =>
    readdirSync(join(ROOT, folder)).map((name) => join(folder, name)),
  ),
];

test('links of documents lead to files that are there', () => {
  const dead = DOCUMENTS.flatMap((document) =>
    [...readFileSync(join(ROOT, document), 'utf8').matchAll(/\]\(([^)#]+)[^)]*\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => !existsSync(join(ROOT, dirname(document), target)))
      .map((target) => `${document} -> ${target}`),
  );
  expect(dead).toEqual([]);
});

test('what docs/ names of the repository and the package does not hold is said to be in the repository', () => {
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    files: readonly string[];
  };
  const isPacked = (path: string): boolean =>
    files.some((file) => `${path}/`.startsWith(`${file}/`));
  const astray = readdirSync(join(ROOT, 'docs')).flatMap((document) =>
    readFileSync(join(ROOT, 'docs', document), 'utf8')
      .split('\n\n')
      .filter((paragraph) => !paragraph.includes('repository'))
      .flatMap((paragraph) => [...paragraph.matchAll(/`([\w.-]+\/[^`\s]*)`/g)])
      .map(([, path = '']) => path)
      .filter((path) => existsSync(join(ROOT, path)) && !isPacked(path))
      .map((path) => `${document}: ${path}`),
  );
  expect(astray).toEqual([]);
});

test('docs/cli.md shows what each command says with --help', async () => {
  const document = readFileSync(join(ROOT, 'docs', 'cli.md'), 'utf8').replace(/ +$/gm, '');
  for (const command of ['serve', 'check', 'report', 'list', 'explain']) {
    const { stdout } = await saltproof([command, '--help']);
    const [, ...lines] = stdout.split('\n').map((line) => line.trimEnd());
    expect(document).toContain(lines.join('\n').trim());
  }
});
