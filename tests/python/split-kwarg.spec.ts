import { expect, test } from '@playwright/test';
import { splitKwarg } from '../../simulator/python/yaml/parse-input.ts';
import { readVectors, textIn } from './yaml-vectors.ts';

test.describe('splitKwarg takes apart what Salt does, and nothing else:', () => {
  for (const [group, vectors] of readVectors('split-kwarg'))
    test(group, () => {
      const texts = vectors.map((vector) => textIn(vector, 'text'));
      const split = texts.map((text) => {
        const pair = splitKwarg(text);
        return { text, pair: [pair?.name ?? null, pair?.value ?? null] };
      });
      expect(split).toEqual(
        vectors.map((vector, at) => ({ text: texts[at], pair: vector.get('pair') })),
      );
    });
});
