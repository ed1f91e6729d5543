import type { Parameter } from '../../../python/signature.ts';
import type { PyValue } from '../../../python/value.ts';
import type { StateFunction, StateModule } from '../state-function.ts';
import { absent } from './absent.ts';
import { append } from './append.ts';
import { directory } from './directory.ts';
import { exists, missing } from './existence.ts';
import { managed, MANAGED_PARAMETERS } from './managed.ts';
import { replace } from './replace.ts';
import { symlink } from './symlink.ts';
import { touch } from './touch.ts';

const KWARGS = true;

/**
 * The `file` states, on files that are in the minion's memory alone (salt.states.file; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const file: StateModule = {
  absent: state('Sees to it that there is no such file.', absent, {}, KWARGS),
  append: state('Sees to it that a file holds these texts, at its end if they are new.', append, {
    text: null,
    makedirs: false,
    source: null,
    source_hash: null,
    template: 'jinja',
    sources: null,
    source_hashes: null,
    defaults: null,
    context: null,
    ignore_whitespace: true,
    encoding: null,
    encoding_errors: 'strict',
    show_changes: true,
  }),
  directory: state(
    'Sees to it that there is such a directory.',
    directory,
    {
      user: null,
      group: null,
      recurse: null,
      max_depth: null,
      dir_mode: null,
      file_mode: null,
      makedirs: false,
      clean: false,
      exclude_pat: null,
      follow_symlinks: false,
      force: false,
      backupname: null,
      allow_symlink: true,
      children_only: false,
    },
    KWARGS,
  ),
  exists: state('Is well where there is such a file.', exists, {}, KWARGS),
  managed: state(
    'Sees to it that a file is there with this content and mode.',
    managed,
    MANAGED_PARAMETERS,
    KWARGS,
  ),
  missing: state('Is well where there is no such file.', missing, {}, KWARGS),
  replace: state(
    'Has a file hold another text in place of what a pattern matches.',
    replace,
    {
      count: 0,
      flags: 8,
      bufsize: 1,
      append_if_not_found: false,
      prepend_if_not_found: false,
      not_found_content: null,
      backup: '.bak',
      show_changes: true,
      ignore_if_missing: false,
      backslash_literal: false,
      encoding: null,
    },
    false,
    ['pattern', 'repl'],
  ),
  symlink: state(
    'Sees to it that a link leads there.',
    symlink,
    {
      force: false,
      backupname: null,
      makedirs: false,
      user: null,
      group: null,
      mode: null,
      atomic: false,
      follow_symlinks: true,
    },
    KWARGS,
    ['target'],
  ),
  touch: state('Sees to it that there is such a file, and gives it new times.', touch, {
    atime: null,
    mtime: null,
    makedirs: false,
  }),
};

function state(
  doc: string,
  run: StateFunction['run'],
  optional: Readonly<Record<string, PyValue>>,
  kwargs = false,
  required: readonly string[] = [],
): StateFunction {
  const standards = Object.entries(optional);
  const parameters: Parameter[] = [
    ...required.map((name) => ({ name })),
    ...standards.map(([name, standard]) => ({ name, default: standard })),
  ];
  return { doc, parameters, kwargs, run };
}
