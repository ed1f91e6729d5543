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
  const ofOthers = declared.filter(({ declaration }) => declaration.api !== 'wsgi');
  expect(ofOthers.map(({ declaration }) => declaration)).toEqual(
    MODULES.filter((api) => api !== 'wsgi').map((api) => ({
      id: `${api}.topic.what`,
      api,
      needs: [],
      ...facts,
    })),
  );
});

test('of rest_wsgi it is concluded, and for the world of the manual alone', async () => {
  const must = { ...facts, level: 'must' } as const;
  const declared = await declaredBy(() => {
    everyModule('topic.what', must, () => Promise.resolve());
    everyModule('topic.later', { ...must, since: '3007' }, () => Promise.resolve());
    return Promise.resolve();
  });
  const ofWsgi = declared.filter(({ declaration }) => declaration.api === 'wsgi');
  expect(ofWsgi.map(({ declaration }) => declaration)).toEqual([
    expect.objectContaining({
      id: 'wsgi.topic.what',
      level: 'should',
      source: { inferred: expect.any(String) as unknown },
      since: '0.8.4',
      until: '0.8.4',
    }),
  ]);
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
