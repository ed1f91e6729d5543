import { loadYaml } from '../../simulator/python/yaml/load.ts';

/** YAML as options of a simulator may be: a mapping. */
export function fromYaml(text: string): object {
  const value = loadYaml(text);
  if (value instanceof Map) return value;
  throw new Error('The example holds no mapping.');
}
