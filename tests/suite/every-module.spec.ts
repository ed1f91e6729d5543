import { expect, test } from '@playwright/test';
import { everyModule, MODULES } from '../../specs/netapi/every-module.ts';
import { declaredBy } from '../../specs/requirement.ts';

const facts = {
  level: 'should',
  text: 'It does.',
  source: { observed: ['3008.3'] },
} as const;

test('what is common is declared of every module, as if each had been written by itself', async () => {
  const declared = await declaredBy(() => {
    everyModule('topic.what', facts, () => Promise.resolve());
    return Promise.resolve();
  });
  expect(declared.map(({ declaration }) => declaration)).toEqual(
    MODULES.map((api) => ({ id: `${api}.topic.what`, api, needs: [], ...facts })),
  );
});

test('of a module that is an exception it is not declared, and the others know why', async () => {
  const except = { tornado: 'It does not.' };
  const declared = await declaredBy(() => {
    everyModule('topic.what', { ...facts, except }, () => Promise.resolve());
    return Promise.resolve();
  });
  const ids = declared.map(({ declaration }) => declaration.id);
  expect(ids).toContain('cherrypy.topic.what');
  expect(ids).not.toContain('tornado.topic.what');
  expect(declared.map((one) => one.except)).toEqual(ids.map(() => except));
  expect(declared.map(({ declaration }) => declaration)).not.toContainEqual(
    expect.objectContaining({ except }),
  );
});
