import { expect, test } from '@playwright/test';
import { repr } from '../../simulator/python/repr.ts';
import { yamlifyArg } from '../../simulator/python/yaml/yamlify-arg.ts';
import { readVectors, textIn, valueIn } from './yaml-vectors.ts';

test.describe('yamlifyArg makes of an argument what Salt does:', () => {
  for (const [group, vectors] of readVectors('yamlify-arg'))
    test(group, () => {
      const texts = vectors.map((vector) => textIn(vector, 'text'));
      expect(texts.map((text) => ({ text, becomes: repr(yamlifyArg(text)) }))).toEqual(
        vectors.map((vector, at) => ({ text: texts[at], becomes: repr(valueIn(vector)) })),
      );
    });
});
