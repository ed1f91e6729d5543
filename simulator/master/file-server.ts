import { createHash } from 'node:crypto';
import { compareCodePoints } from '../python/compare.ts';
import { dumps } from '../python/json-dumps.ts';
import { isDict, type PyScalar, type PyValue } from '../python/value.ts';
import { BASE, type StateFiles } from './modules/state/high/state-files.ts';

/**
 * The files that the master serves to its minions, all in the environment `base`: the state files of
 * a fleet file, each as JSON with two blanks an indent, which is YAML as well.
 */
export class FileServer {
  readonly #files: StateFiles;
  /** Whether the lists of files are kept, as they are once somebody has asked for one. */
  #keepsLists = false;

  constructor(files: StateFiles) {
    this.#files = files;
  }

  /** The paths of an environment that begin with a prefix, sorted. */
  list(saltenv: string, prefix = ''): string[] {
    this.#keepsLists ||= saltenv === BASE;
    return startingWith(saltenv === BASE ? [...this.#files.byPath().keys()] : [], prefix);
  }

  /** Forgets the lists of files; tells whether there were any. */
  forgetLists(): boolean {
    const kept = this.#keepsLists;
    this.#keepsLists = false;
    return kept;
  }

  /** The directories of an environment that begin with a prefix, sorted. */
  directories(saltenv: string, prefix = ''): string[] {
    const above = this.list(saltenv).flatMap((path) => {
      const parts = path.split('/').slice(0, -1);
      return parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    });
    return startingWith([...new Set(above)], prefix);
  }

  /** What is in a file; undefined where there is none. */
  read(path: string, saltenv: string): string | undefined {
    const content = saltenv === BASE ? this.#files.byPath().get(path) : undefined;
    return content === undefined ? undefined : indented(content, '\n');
  }

  /** The hash of a file, in hexadecimal; undefined where there is none. */
  hash(path: string, saltenv: string, hashType: string): string | undefined {
    const text = this.read(path, saltenv);
    return text === undefined ? undefined : createHash(hashType).update(text).digest('hex');
  }
}

function startingWith(paths: readonly string[], prefix: string): string[] {
  const start = prefix.replace(/^\/+|\/+$/g, '');
  return paths.filter((path) => path.startsWith(start)).toSorted(compareCodePoints);
}

/** A value as JSON with an indent, after a line break with the indent that it has itself. */
function indented(value: PyValue, lineBreak: string): string {
  const deeper = `${lineBreak}  `;
  const between = `,${deeper}`;
  if (Array.isArray(value) && value.length > 0)
    return `[${deeper}${value.map((item) => indented(item, deeper)).join(between)}${lineBreak}]`;
  if (!isDict(value) || value.size === 0) return dumps(value);
  const items = [...value].map(([key, item]) => `${keyOf(key)}: ${indented(item, deeper)}`);
  return `{${deeper}${items.join(between)}${lineBreak}}`;
}

function keyOf(key: PyScalar): string {
  return typeof key === 'string' ? dumps(key) : `"${dumps(key)}"`;
}
