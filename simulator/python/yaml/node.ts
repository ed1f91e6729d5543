/** What a YAML text consists of, before tags turn it into values. */
export type YamlNode = ScalarNode | SequenceNode | MappingNode;

/** A text, plain or quoted, with the tag it carries or that its form implies. */
export interface ScalarNode {
  readonly kind: 'scalar';
  /** The full name; Salt's loader changes it for a `=` that turns out to be a key. */
  tag: string;
  readonly value: string;
  /** Where the node begins, in UTF-16 units from the start of the text. */
  readonly at: number;
}

/** A list. */
export interface SequenceNode {
  readonly kind: 'sequence';
  readonly tag: string;
  readonly items: YamlNode[];
  readonly at: number;
}

/** A dict, its pairs in the order of the text; merge keys are among them until it is constructed. */
export interface MappingNode {
  readonly kind: 'mapping';
  readonly tag: string;
  pairs: (readonly [YamlNode, YamlNode])[];
  readonly at: number;
}

const STANDARD = 'tag:yaml.org,2002:';

/** The full names of the tags of YAML 1.1 that Salt reads. */
export const TAG = {
  str: `${STANDARD}str`,
  null: `${STANDARD}null`,
  bool: `${STANDARD}bool`,
  int: `${STANDARD}int`,
  float: `${STANDARD}float`,
  timestamp: `${STANDARD}timestamp`,
  unicode: `${STANDARD}python/unicode`,
  merge: `${STANDARD}merge`,
  value: `${STANDARD}value`,
  seq: `${STANDARD}seq`,
  map: `${STANDARD}map`,
} as const;

/** The tag handles every document knows. */
export const TAG_HANDLES: Readonly<Record<string, string>> = { '!': '!', '!!': STANDARD };
