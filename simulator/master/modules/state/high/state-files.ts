import { compareCodePoints } from '../../../../python/compare.ts';
import { fnmatch } from '../../../../python/fnmatch.ts';
import { copyOf, isDict, type PyDict, type PyValue } from '../../../../python/value.ts';

/** The only environment there is: every state file of a fleet file belongs to it. */
export const BASE = 'base';

interface StateFile {
  readonly content: PyValue;
  /** Whether it is the `init.sls` of a directory, which stands for the directory's name. */
  readonly isInit: boolean;
}

/** The state files of a master by the names of their SLS, and its top file. */
export class StateFiles {
  readonly #files: ReadonlyMap<string, StateFile>;
  /** Targets, and what of the highstate each gets; undefined where there is no top file. */
  readonly top: PyDict | undefined;

  /** @param states by path with dots for slashes: `web.init` is `web/init.sls`, and called `web` */
  constructor(states: ReadonlyMap<string, PyValue>, top: PyDict | undefined) {
    this.#files = new Map(
      [...states].map(([name, content]) => {
        const isInit = name.endsWith('.init');
        return [isInit ? name.slice(0, -'.init'.length) : name, { content, isInit }];
      }),
    );
    this.top = top;
  }

  /** What is in a file, as a copy of one's own; undefined where there is no such file. */
  read(sls: string): PyValue | undefined {
    const file = this.#files.get(sls);
    return file === undefined ? undefined : copyOf(file.content);
  }

  /** A file by its path, `other/top.sls`, as a top file of the only environment. */
  topNamed(path: string): PyDict | undefined {
    if (path === 'top.sls') return this.top;
    const content = this.read(path.replace(/\.sls$/, '').replaceAll('/', '.'));
    const top = isDict(content) ? content.get(BASE) : undefined;
    return isDict(top) ? top : undefined;
  }

  /** The names that a glob matches, sorted. */
  names(glob: string): string[] {
    const all = [...this.#files.keys(), ...(this.top === undefined ? [] : ['top'])];
    return all.filter((name) => fnmatch(name, glob)).toSorted(compareCodePoints);
  }

  /** Every file by its path below the root, `web/proxy.sls`, with its content. */
  byPath(): Map<string, PyValue> {
    const files = [...this.#files].map(([name, { content, isInit }]): [string, PyValue] => [
      `${name.replaceAll('.', '/')}${isInit ? '/init' : ''}.sls`,
      content,
    ]);
    if (this.top !== undefined) files.push(['top.sls', new Map([[BASE, this.top]])]);
    return new Map(files);
  }

  /**
   * The name that `..common` stands for in a file: each dot after the first goes up a directory.
   *
   * @returns undefined where it leads above all directories
   */
  resolve(relative: string, from: string): string | undefined {
    const [dots = ''] = /^\.+/.exec(relative) ?? [];
    const place = from.split('.');
    if (this.#files.get(from)?.isInit) place.push('init');
    if (dots.length > place.length) return undefined;
    return [...place.slice(0, -dots.length), relative.slice(dots.length)].join('.');
  }
}
