import { expect, test } from '@playwright/test';
import { declare, expectUniqueIds } from '../../specs/declaration.ts';

const facts = { level: 'must', text: 'It does.', source: { documented: 'somewhere' } } as const;

test('the first part of an id is the API, and a requirement needs nothing unless it says so', () => {
  expect(declare('raas.rpc.bulk-2', facts)).toEqual({
    id: 'raas.rpc.bulk-2',
    api: 'raas',
    needs: [],
    ...facts,
  });
});

for (const id of [
  'login',
  'cherrypy.login',
  'apache.login.json',
  'cherrypy.Login.json',
  'cherrypy.login.a.b',
])
  test(`"${id}" is no requirement id`, () => {
    expect(() => declare(id, facts)).toThrow(`"${id}" is no requirement id`);
  });

test('an id that is declared twice is an error that names it', () => {
  const twice = ['cherrypy.a.b', 'cherrypy.a.c', 'cherrypy.a.b'].map((id) => declare(id, facts));
  expect(() => expectUniqueIds(twice)).toThrow('The requirement "cherrypy.a.b" is declared twice');
  expect(() => expectUniqueIds(twice.slice(1))).not.toThrow();
});
