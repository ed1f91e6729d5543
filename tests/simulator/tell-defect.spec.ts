import { once } from 'node:events';
import { expect, test } from '@playwright/test';
import { tellDefect } from '../../simulator/tell-defect.ts';
import { PyException } from '../../simulator/python/exception.ts';
import { watchDefects } from '../defects.ts';

const REQUEST = 'GET /jobs';

test('a mistake of the simulator is told, with the request and the place', async () => {
  const warned = once(process, 'warning');
  tellDefect(new TypeError('x is undefined'), REQUEST);
  const [warning] = (await warned) as [Error & { detail: string }];
  expect(warning).toMatchObject({
    name: 'SimulatorDefect',
    message: 'saltproof failed to answer GET /jobs',
  });
  expect(warning.detail).toContain('please report it');
  expect(warning.detail).toContain('tell-defect.spec.ts');
});

test('an exception that real Salt runs into is none', async () => {
  const defects = watchDefects();
  tellDefect(new PyException('a chunk of low data is not a dict'), REQUEST);
  tellDefect(new TypeError('y'), REQUEST);
  await once(process, 'warning');
  expect(defects).toHaveLength(1);
  expect(defects[0]).toContain('TypeError: y');
});
