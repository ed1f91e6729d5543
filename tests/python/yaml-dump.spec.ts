import { expect, test } from '@playwright/test';
import { dumpYaml } from '../../simulator/python/yaml/dump.ts';
import { readVectors, textIn, valueIn } from './yaml-vectors.ts';

test.describe('dumpYaml writes the same bytes as Salt for', () => {
  for (const [group, vectors] of readVectors('yaml-dump'))
    test(group, () => {
      expect(vectors.map((vector) => dumpYaml(valueIn(vector)))).toEqual(
        vectors.map((vector) => textIn(vector, 'yaml')),
      );
    });
});
