import { PyFloat, type PyDict, type PyScalar, type PyValue } from '../value.ts';
import { TAG, type MappingNode, type ScalarNode, type YamlNode } from './node.ts';
import { readFloat, readInt } from './number.ts';

/** Says what is wrong with a node; made into a YamlError where the text is at hand. */
export class ConstructorError extends Error {
  override readonly name = 'ConstructorError';
  readonly node: YamlNode;
  constructor(message: string, node: YamlNode) {
    super(message);
    this.node = node;
  }
}

const BOOLS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['no', false],
  ['true', true],
  ['false', false],
  ['on', true],
  ['off', false],
]);

type ScalarReader = (text: string) => PyScalar | undefined;

/**
 * How a scalar with a tag is read; undefined for what Python refuses. Salt leaves timestamps as text.
 * Other tags Salt reads (`!!binary`, `!!set`, `!!omap`, `!!pairs`) make Python values that no reply
 * can carry; they are refused here.
 */
const SCALARS: ReadonlyMap<string, ScalarReader> = new Map<string, ScalarReader>([
  [TAG.str, (text) => text],
  [TAG.unicode, (text) => text],
  [TAG.timestamp, (text) => text],
  [TAG.null, () => null],
  [TAG.bool, (text) => BOOLS.get(text.toLowerCase())],
  [TAG.int, readInt],
  [TAG.float, readFloat],
]);

/**
 * Turns a node into the value Salt's loader makes of it: a node that is met twice becomes one
 * value, keys must be scalars and differ, merge keys come first (salt/utils/yamlloader.py).
 *
 * @throws ConstructorError for what the loader refuses
 */
export function construct(root: YamlNode): PyValue {
  const made = new Map<YamlNode, PyValue>();
  const value = (node: YamlNode): PyValue => {
    const known = made.get(node);
    if (known !== undefined) return known;
    if (node.kind === 'scalar') return scalar(node);
    if (node.kind === 'sequence') {
      expectTag(node, TAG.seq);
      const items: PyValue[] = [];
      made.set(node, items);
      for (const item of node.items) items.push(value(item));
      return items;
    }
    expectTag(node, TAG.map);
    const dict: PyDict = new Map();
    made.set(node, dict);
    fill(dict, node, value);
    return dict;
  };
  return value(root);
}

function scalar(node: ScalarNode): PyScalar {
  const read = SCALARS.get(node.tag);
  if (read === undefined)
    throw new ConstructorError(`could not determine a constructor for the tag '${node.tag}'`, node);
  const result = read(node.value);
  if (result === undefined)
    throw new ConstructorError(`'${node.value}' is no value for the tag '${node.tag}'`, node);
  return result;
}

function expectTag(node: YamlNode, tag: string): void {
  if (node.tag !== tag)
    throw new ConstructorError(`a ${node.kind} cannot have the tag '${node.tag}'`, node);
}

function fill(dict: PyDict, node: MappingNode, value: (node: YamlNode) => PyValue): void {
  mergeInto(node);
  const taken = new Set<string>();
  for (const [keyNode, valueNode] of node.pairs) {
    if (keyNode.kind !== 'scalar') throw new ConstructorError('found unacceptable key', keyNode);
    const key = scalar(keyNode);
    const identity = identityOf(key);
    if (taken.has(identity))
      throw new ConstructorError(`found conflicting ID '${keyNode.value}'`, keyNode);
    taken.add(identity);
    dict.set(key, value(valueNode));
  }
}

/**
 * Puts the pairs of `<<` dicts before a dict's own. A key the dict itself has wins, by its text;
 * but two merged dicts may not share a key.
 */
function mergeInto(node: MappingNode): void {
  const merged: MappingNode['pairs'] = [];
  const own: MappingNode['pairs'] = [];
  const { pairs } = node;
  node.pairs = own;
  for (const [key, value] of pairs) {
    if (key.kind === 'scalar' && key.tag === TAG.merge) merged.push(...mergedPairs(value));
    else own.push([key, value]);
    if (key.kind === 'scalar' && key.tag === TAG.value) key.tag = TAG.str;
  }
  const taken = new Set(own.map(([key]) => (key.kind === 'scalar' ? key.value : undefined)));
  const kept = merged.filter(([key]) => key.kind !== 'scalar' || !taken.has(key.value));
  node.pairs = [...kept, ...own];
}

function mergedPairs(value: YamlNode): MappingNode['pairs'] {
  if (value.kind === 'mapping') {
    mergeInto(value);
    return value.pairs;
  }
  if (value.kind === 'scalar')
    throw new ConstructorError('expected a mapping or list of mappings for merging', value);
  return value.items
    .map((item) => {
      if (item.kind !== 'mapping')
        throw new ConstructorError('expected a mapping for merging', item);
      return mergedPairs(item);
    })
    .toReversed()
    .flat();
}

/** Two keys are one to Python if they are equal: 1, 1.0 and true are. */
function identityOf(key: PyScalar): string {
  if (typeof key === 'string') return `text ${key}`;
  if (key === null) return 'null';
  const number = key instanceof PyFloat ? key.value : key;
  if (typeof number === 'bigint') return String(number);
  return Number.isInteger(Number(number)) ? String(BigInt(Number(number))) : String(number);
}
