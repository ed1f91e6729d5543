import { compareCodePoints } from '../compare.ts';
import { floatRepr } from '../float.ts';
import { PyFloat, type PyDict, type PyScalar, type PyValue } from '../value.ts';
import { anchorsOf } from './anchors.ts';
import { Emitter } from './emitter.ts';
import { isSimpleKeyText } from './scalar-style.ts';

/** Whether every list and dict has lines of its own, or those that hold but scalars stand in one. */
export type CollectionStyle = 'block' | 'flow leaves';

/**
 * Writes a value as Salt's `yaml.safe_dump` does with libyaml: sorted keys, lists at the column of
 * their key, aliases for what appears twice; in block style with `default_flow_style=False`, and with
 * its leaves in brackets and braces with None.
 *
 * The rules are those of PyYAML 6 and libyaml 0.2.6 (both MIT), which Salt writes YAML with.
 */
export function dumpYaml(value: PyValue, style: CollectionStyle = 'block'): string {
  const writer = new Writer(value, style);
  return writer.document();
}

type Place = 'root' | 'list item' | 'dict value';

class Writer {
  readonly #root: PyValue;
  readonly #style: CollectionStyle;
  readonly #emitter = new Emitter();
  readonly #anchors: ReadonlyMap<PyValue, string>;
  readonly #written = new Set<PyValue>();

  constructor(root: PyValue, style: CollectionStyle) {
    this.#root = root;
    this.#style = style;
    this.#anchors = anchorsOf(root, (dict) => sortedEntries(dict as PyDict));
  }

  document(): string {
    this.#node(this.#root, 'root');
    this.#emitter.end();
    return this.#emitter.text;
  }

  #node(value: PyValue, place: Place): void {
    const emitter = this.#emitter;
    const anchor = this.#anchors.get(value);
    if (anchor !== undefined && this.#written.has(value)) {
      emitter.indicator(`*${anchor}`);
      return;
    }
    if (anchor !== undefined) {
      emitter.indicator(`&${anchor}`);
      this.#written.add(value);
    }
    if (this.#style === 'flow leaves' && isLeaf(value)) this.#leaf(value);
    else if (Array.isArray(value)) this.#list(value, place);
    else if (value instanceof Map) this.#dict(value);
    else this.#value(value);
  }

  /** A scalar that is no key; one that is folded goes on further in. */
  #value(value: PyScalar): void {
    this.#emitter.indent('flow');
    this.#scalar(value, false);
    this.#emitter.dedent();
  }

  #list(items: readonly PyValue[], place: Place): void {
    const emitter = this.#emitter;
    if (items.length === 0) {
      emitter.indicator('[]');
      return;
    }
    emitter.indent(place === 'dict value' && !emitter.atIndentation ? 'indentless' : 'block');
    for (const item of items) {
      emitter.newLine();
      emitter.indicator('-', { indentation: true });
      this.#node(item, 'list item');
    }
    emitter.dedent();
  }

  /** A list in brackets, or a dict in braces. */
  #leaf(value: readonly PyScalar[] | ReadonlyMap<PyScalar, PyScalar>): void {
    const emitter = this.#emitter;
    if (Array.isArray(value)) {
      emitter.openFlow('[');
      for (const [at, item] of value.entries()) {
        emitter.nextInFlow(at === 0);
        this.#value(item as PyScalar);
      }
      emitter.closeFlow(']');
      return;
    }
    emitter.openFlow('{');
    for (const [at, [key, item]] of sortedEntries(value as PyDict).entries()) {
      emitter.nextInFlow(at === 0);
      const isSimple = typeof key !== 'string' || isSimpleKeyText(key);
      if (isSimple) this.#scalar(key, true);
      else {
        emitter.indicator('?');
        this.#value(key);
        emitter.nextInFlow(true);
      }
      emitter.indicator(':', { blankBefore: !isSimple });
      this.#value(item as PyScalar);
    }
    emitter.closeFlow('}');
  }

  #dict(dict: PyDict): void {
    const emitter = this.#emitter;
    if (dict.size === 0) {
      emitter.indicator('{}');
      return;
    }
    emitter.indent('block');
    for (const [key, value] of sortedEntries(dict)) {
      emitter.newLine();
      if (typeof key !== 'string' || isSimpleKeyText(key)) {
        this.#scalar(key, true);
        emitter.indicator(':', { blankBefore: false });
      } else {
        emitter.indicator('?', { indentation: true });
        this.#node(key, 'dict value');
        emitter.newLine();
        emitter.indicator(':', { indentation: true });
      }
      this.#node(value, 'dict value');
    }
    emitter.dedent();
  }

  #scalar(value: PyScalar, isSimpleKey: boolean): void {
    if (typeof value === 'string') this.#emitter.scalar(value, isSimpleKey);
    else this.#emitter.plain(scalarText(value));
  }
}

/** Whether a list or dict holds but scalars. */
function isLeaf(value: PyValue): value is PyScalar[] | Map<PyScalar, PyScalar> {
  if (Array.isArray(value)) return value.length > 0 && value.every(isScalar);
  return value instanceof Map && value.size > 0 && [...value.values()].every(isScalar);
}

function isScalar(value: PyValue): value is PyScalar {
  return !Array.isArray(value) && !(value instanceof Map);
}

function scalarText(value: Exclude<PyScalar, string>): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint')
    return String(value);
  const number = value instanceof PyFloat ? value.value : value;
  if (typeof value === 'number' && Number.isInteger(value)) return String(value);
  if (!Number.isFinite(number))
    return Number.isNaN(number) ? '.nan' : number < 0 ? '-.inf' : '.inf';
  const text = floatRepr(number);
  return text.includes('e') && !text.includes('.') ? text.replace('e', '.0e') : text;
}

/** PyYAML sorts the keys if Python can compare them all, and leaves them alone if not. */
function sortedEntries(dict: PyDict): [PyScalar, PyValue][] {
  const entries = [...dict];
  if (entries.every(hasText)) return entries.toSorted(([a], [b]) => compareCodePoints(a, b));
  if (entries.every(hasNumber)) return entries.toSorted(([a], [b]) => numeric(a) - numeric(b));
  return entries;
}

type Entry<Key extends PyScalar> = [Key, PyValue];

function hasText(entry: Entry<PyScalar>): entry is Entry<string> {
  return typeof entry[0] === 'string';
}

function hasNumber(entry: Entry<PyScalar>): entry is Entry<Exclude<PyScalar, string | null>> {
  return entry[0] !== null && typeof entry[0] !== 'string';
}

function numeric(key: Exclude<PyScalar, string | null>): number {
  return Number(key instanceof PyFloat ? key.value : key);
}
