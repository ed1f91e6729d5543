import type { ExecutionModule } from '../function.ts';
import { ASK_PATHS } from './ask-paths.ts';
import { ASK_STATS } from './ask-stats.ts';
import { CONTENT } from './content.ts';
import { COPYING } from './copying.ts';
import { DIRECTORIES } from './directories.ts';
import { FIND } from './find/find.ts';
import { LINKS } from './links.ts';
import { PATH_NAMES } from './path-names.ts';
import { SEARCH } from './search/search.ts';
import { SET_STATS } from './set-stats.ts';

/**
 * The `file` module, on files that are in the minion's memory alone (salt.modules.file; seen on
 * 3006.28, 3007.15 and 3008.3).
 */
export const file: ExecutionModule = {
  ...ASK_PATHS,
  ...ASK_STATS,
  ...SET_STATS,
  ...CONTENT,
  ...DIRECTORIES,
  ...LINKS,
  ...COPYING,
  ...PATH_NAMES,
  ...FIND,
  ...SEARCH,
};
