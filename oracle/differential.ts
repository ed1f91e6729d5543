import { parseArgs } from 'node:util';
import { describeFound } from './differential/describe-found.ts';
import {
  findDifference,
  SUBJECTS,
  type Search,
  type Subject,
} from './differential/find-difference.ts';
import { findRightsDifference } from './differential/rights/find-rights-difference.ts';
import { startOracle } from './salt/oracle.ts';
import { releaseOf } from './salt/releases.ts';

/*
 * `npm run differential -- 3008 [--seconds 600] [--seed 1] [--path 3:0] [--of lowstate] [--url URL]`: sends random
 * requests to real Salt and to the simulator, and ends with 1 at the first reply that differs, made
 * as small as it could be. What it finds belongs among the probes.
 *
 * With --of rights no server is asked, but Salt's own checks of rights, thousands of times a minute;
 * what that finds belongs among the tests of the simulator.
 *
 * With --url a real salt-api is asked that runs already (`npm run oracle`).
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '60' },
    runs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    path: { type: 'string' },
    of: { type: 'string', default: 'requests' },
    url: { type: 'string' },
  },
});
const [line = '3008'] = positionals;
/** What is asked of no server. */
const RIGHTS = 'rights';
const say = (text: string): void => console.log(text);

try {
  releaseOf(line);
  const { path } = values;
  const search = {
    line,
    seed: Number(values.seed),
    runs: Number(values.runs),
    seconds: Number(values.seconds),
    ...(path !== undefined && { path }),
  };
  if (values.of === RIGHTS) await searchRights(search);
  else await searchReplies({ ...search, of: subjectOf(values.of) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function searchRights(search: Omit<Search, 'url' | 'of'>): Promise<void> {
  const { agrees, text } = await findRightsDifference({ ...search, say });
  say(text);
  if (!agrees) process.exitCode = 1;
}

async function searchReplies(search: Omit<Search, 'url'>): Promise<void> {
  const oracle = values.url === undefined ? await startOracle({ line, say }) : undefined;
  try {
    const found = await findDifference({ ...search, url: values.url ?? oracle?.url ?? '' });
    say(describeFound(found, search.seed));
    if (found.counterexample !== undefined) process.exitCode = 1;
  } finally {
    await oracle?.stop();
  }
}

/** @throws Error for a name that is none */
function subjectOf(name: string): Subject {
  const names = Object.keys(SUBJECTS) as Subject[];
  const subject = names.find((known) => known === name);
  if (subject !== undefined) return subject;
  throw new Error(`--of must be ${[...names, RIGHTS].join(' or ')}, not "${name}".`);
}
