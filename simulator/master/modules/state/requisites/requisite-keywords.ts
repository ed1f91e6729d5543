/** Requisites that a state has of its own, in the order in which Salt looks at them. */
export const REQUISITES = [
  'require',
  'require_any',
  'watch',
  'watch_any',
  'prereq',
  'onfail',
  'onfail_any',
  'onfail_all',
  'onchanges',
  'onchanges_any',
] as const;

/** A requisite that a chunk has, be it by the hand of Salt, which marks what a `prereq` names. */
export type Requisite = (typeof REQUISITES)[number] | 'prerequired';

/** What is said of requisites beside them; all of these are merged where a state is extended. */
export const REQUISITE_KEYWORDS: ReadonlySet<string> = new Set([
  ...REQUISITES,
  'prerequired',
  'listen',
  'onfail_stop',
]);

/** What a state is told for the run, and no state function is given. */
export const INTERNAL_KEYWORDS: ReadonlySet<string> = new Set([
  ...REQUISITE_KEYWORDS,
  'onchanges_in',
  'onfail_in',
  'prereq_in',
  'watch_in',
  'require_in',
  'listen_in',
  'fun',
  'state',
  'name',
  'check_cmd',
  'cmd_opts_exclude',
  'failhard',
  'onlyif',
  'unless',
  'creates',
  'retry',
  'order',
  'parallel',
  'reload_modules',
  'reload_grains',
  'reload_pillar',
  'runas',
  'runas_password',
  'fire_event',
  'saltenv',
  'umask',
  'use',
  'use_in',
]);
