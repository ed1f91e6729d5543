import type { PyValue } from '../value.ts';
import { compose } from './compose.ts';
import { construct, ConstructorError } from './construct.ts';
import { errorAt } from './cursor.ts';

/**
 * Reads a YAML document the way Salt reads request bodies and configuration; an empty one is null.
 *
 * Equal to salt.utils.yaml.safe_load with libyaml 0.2.6, the same on 3006.28, 3007.15 and 3008.3,
 * but for tags whose Python values no reply can carry (bytes, sets, tuples), which are refused.
 *
 * @throws YamlError with the place, for what libyaml, PyYAML or Salt would refuse: duplicate keys
 * and unknown tags too
 */
export function loadYaml(source: string): PyValue {
  const text = source.startsWith('\ufeff') ? source.slice(1) : source;
  const node = compose(text);
  if (node === undefined) return null;
  try {
    return construct(node);
  } catch (error) {
    if (error instanceof ConstructorError) throw errorAt(text, error.node.at, error.message);
    throw error;
  }
}
