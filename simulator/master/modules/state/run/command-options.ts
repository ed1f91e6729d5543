import type { PyDict } from '../../../../python/value.ts';

/** What a state may say of the commands in its conditions. */
const OPTIONS = [
  'cwd',
  'root',
  'runas',
  'env',
  'prepend_path',
  'umask',
  'timeout',
  'success_retcodes',
] as const;

/** The options that the commands in the conditions of a chunk get (state.py _run_check, 3006.28 to 3008.3). */
export function commandOptions(low: PyDict): PyDict {
  const told = low.get('cmd_opts_exclude');
  const excluded = Array.isArray(told) ? told : [told ?? null];
  const isOpen = (name: string): boolean => !excluded.includes(name);
  const options: PyDict = new Map(
    OPTIONS.filter(isOpen).map((name) => [name, low.get(name) ?? null]),
  );
  const shell = low.get('shell');
  return shell !== undefined && isOpen('shell') ? options.set('shell', shell) : options;
}
