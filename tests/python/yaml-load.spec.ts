import { expect, test } from '@playwright/test';
import { repr } from '../../simulator/python/repr.ts';
import { loadYaml } from '../../simulator/python/yaml/load.ts';
import { YamlError } from '../../simulator/python/yaml/yaml-error.ts';
import { readVectors, textIn, valueIn, type Vector } from './yaml-vectors.ts';

/** What a text becomes, as Python would print it: this tells 1 from 1.0 and keeps the order of keys. */
function loaded(text: string): string {
  try {
    return repr(loadYaml(text));
  } catch (error) {
    if (error instanceof YamlError) return 'refused';
    throw error;
  }
}

function expected(vector: Vector): string {
  return vector.get('refused') === true ? 'refused' : repr(valueIn(vector));
}

test.describe('loadYaml reads, or refuses, like Salt', () => {
  for (const [group, vectors] of readVectors('yaml-load'))
    test(group, () => {
      const texts = vectors.map((vector) => textIn(vector, 'text'));
      expect(texts.map((text) => ({ text, becomes: loaded(text) }))).toEqual(
        vectors.map((vector, at) => ({ text: texts[at], becomes: expected(vector) })),
      );
    });
});
