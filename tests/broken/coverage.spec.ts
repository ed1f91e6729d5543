import { expect, test } from '@playwright/test';
import { declare } from '../../specs/declaration.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import type { Target } from '../../specs/target/target.ts';
import { coverageOf } from './coverage.ts';

/*
 * The suite's own proof: every requirement passes on a whole simulator, and fails on one that is
 * broken. One that passes on all of them asserts nothing.
 */

for (const { file, requirements } of await loadSpecifications()) {
  test(`every requirement of ${file} can pass, and can fail`, async () => {
    const coverages = await coverageOf(requirements);
    expect(coverages.filter(({ kind }) => kind === 'never passes')).toEqual([]);
    expect(coverages.filter(({ kind }) => kind === 'never fails')).toEqual([]);
    expect(coverages).toHaveLength(requirements.length);
  });
}

test('a requirement that asserts nothing is found out, and one that cannot hold', async () => {
  const facts = { level: 'may', text: 'It does.', source: { observed: ['3008.3'] } } as const;
  const requirements = [
    {
      declaration: declare('cherrypy.a.asserts-nothing', facts),
      body: async ({ target }: { target: Target }) => void (await target.get('/')),
    },
    {
      declaration: declare('cherrypy.a.cannot-hold', facts),
      body: async ({ target }: { target: Target }) =>
        expect((await target.get('/')).status).toBe(404),
    },
  ];
  expect(await coverageOf(requirements)).toMatchObject([
    { id: 'cherrypy.a.asserts-nothing', kind: 'never fails' },
    { id: 'cherrypy.a.cannot-hold', kind: 'never passes' },
  ]);
});
