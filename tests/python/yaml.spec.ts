import { expect, test } from '@playwright/test';
import { dumps } from '../../simulator/python/json-dumps.ts';
import { dict, float } from '../../simulator/python/value.ts';
import { dumpYaml } from '../../simulator/python/yaml/dump.ts';
import { loadYaml } from '../../simulator/python/yaml/load.ts';

test('YAML is written as PyYAML writes it: sorted keys, lists at the column of their key, jids quoted', () => {
  const value = dict({ jid: '20130603122505459265', b: [1, float(1), 'yes'], a: null });
  expect(dumpYaml(value)).toBe("a: null\nb:\n- 1\n- 1.0\n- 'yes'\njid: '20130603122505459265'\n");
});

test('a list that appears twice is written once and named by an alias', () => {
  const shared = [1];
  expect(dumpYaml(dict({ a: shared, b: shared }))).toBe('a: &id001\n- 1\nb: *id001\n');
});

test('YAML is read as Salt reads it: 017 is seventeen, a date is text, a big integer is exact', () => {
  expect(dumps(loadYaml('[yes, y, 017, 1_000, 2013-06-03, 20130603122505459265]'))).toBe(
    '[true, "y", 17, 1000, "2013-06-03", 20130603122505459265]',
  );
});

test('with flow leaves, what holds but scalars stands in brackets and braces, as PyYAML writes it', () => {
  const leaf = dict({ b: 'x, y', 'a: b': 'no', 'long\nkey': null, flag: true });
  const value = dict({
    leaf,
    list: ['a?', '', 'plain'],
    empty: [],
    deep: [[1, 2], dict({ k: [] })],
  });
  expect(dumpYaml(value, 'flow leaves')).toBe(
    [
      'deep:',
      '- [1, 2]',
      '- k: []',
      'empty: []',
      "leaf: {'a: b': 'no', b: 'x, y', flag: true, ? 'long",
      '',
      "    key' : null}",
      "list: ['a?', '', plain]",
      '',
    ].join('\n'),
  );
});
