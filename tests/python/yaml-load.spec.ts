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

test('a list that an alias names again is the same list, not a copy', () => {
  const [first, again] = loadYaml('[&a [1], *a]') as [unknown, unknown];
  expect(again).toBe(first);
});

test.describe('loadYaml stops where libyaml does', () => {
  for (const { kind, open, close, deepest } of [
    { kind: 'flow lists', open: '[', close: ']', deepest: 1000 },
    { kind: 'flow dicts', open: '{a: ', close: '}', deepest: 1000 },
    { kind: 'block lists', open: '- ', close: '', deepest: 999 },
  ])
    test(`${kind} may be ${deepest} deep`, () => {
      const text = open.repeat(deepest) + close.repeat(deepest);
      expect(() => loadYaml(text)).not.toThrow();
      expect(() => loadYaml(open + text + close)).toThrow('maximum nesting depth');
    });
});

test.describe('an error names the place, counted from 1', () => {
  for (const { fault, text, line, column } of [
    { fault: 'a key that comes twice', text: 'a: 1\nb:\n  c: 1\n  c: 2\n', line: 4, column: 3 },
    { fault: 'an alias without an anchor', text: 'a:\n- *nowhere\n', line: 2, column: 3 },
    { fault: 'a list that nothing ends', text: 'a: [1\n', line: 2, column: 1 },
    { fault: 'a character YAML does not allow', text: 'a: 1\r\nb: \x07', line: 2, column: 4 },
    { fault: 'an unknown tag after a byte order mark', text: '\ufeff!foo a', line: 1, column: 6 },
  ])
    test(fault, () => {
      expect(() => loadYaml(text)).toThrow(expect.objectContaining({ line, column }));
    });
});
