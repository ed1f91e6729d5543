import { compareCodePoints } from '../compare.ts';
import { floatRepr } from '../float.ts';
import { PyFloat, type PyDict, type PyScalar, type PyValue } from '../value.ts';
import { anchorsOf } from './anchors.ts';
import { Emitter } from './emitter.ts';
import { isSimpleKeyText } from './scalar-style.ts';

/**
 * Writes a value as Salt's `yaml.safe_dump(value, default_flow_style=False)` does with libyaml:
 * block style, sorted keys, lists at the column of their key, aliases for what appears twice.
 *
 * The rules are those of PyYAML 6 and libyaml 0.2.6 (both MIT), which Salt writes YAML with.
 */
export function dumpYaml(value: PyValue): string {
  const writer = new Writer(value);
  return writer.document();
}

type Place = 'root' | 'list item' | 'dict value';

class Writer {
  readonly #root: PyValue;
  readonly #emitter = new Emitter();
  readonly #anchors: ReadonlyMap<PyValue, string>;
  readonly #written = new Set<PyValue>();

  constructor(root: PyValue) {
    this.#root = root;
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
    if (Array.isArray(value)) this.#list(value, place);
    else if (value instanceof Map) this.#dict(value);
    else {
      emitter.indent('flow');
      this.#scalar(value, false);
      emitter.dedent();
    }
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
