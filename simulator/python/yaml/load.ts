import {
  defineScalarTag,
  FAILSAFE_SCHEMA,
  load,
  mergeTag,
  NOT_RESOLVED,
  realMapTag,
  YAMLException,
} from 'js-yaml';
import type { PyValue } from '../value.ts';
import { PLAIN_SCALARS } from './plain-scalar.ts';
import { YamlError } from './yaml-error.ts';

/**
 * YAML 1.1 as Salt's loader reads it: Maps for mappings, exact integers, timestamps as text
 * (salt/utils/yamlloader.py, the same on 3006.28, 3007.15 and 3008.3).
 */
const SALT_SCHEMA = FAILSAFE_SCHEMA.withTags([
  ...Object.entries(PLAIN_SCALARS).map(([name, read]) =>
    defineScalarTag(`tag:yaml.org,2002:${name}`, {
      implicit: true,
      resolve: (source) =>
        read(source) ?? (name === 'null' && read(source) === null ? null : NOT_RESOLVED),
      identify: () => false,
    }),
  ),
  mergeTag,
  realMapTag,
]);

/**
 * Reads a YAML document the way Salt reads request bodies and configuration; an empty one is null.
 *
 * @throws YamlError with the place, for what PyYAML or Salt would refuse: duplicate keys and
 * unknown tags too
 */
export function loadYaml(text: string): PyValue {
  if (/^\s*$/.test(text)) return null;
  try {
    return load(text, { schema: SALT_SCHEMA }) as PyValue;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { mark } = error;
    throw new YamlError(error.reason, mark && mark.line + 1, mark && mark.column + 1);
  }
}
