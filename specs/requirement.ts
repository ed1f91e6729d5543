import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import {
  APIS,
  LEVELS,
  type Api,
  type Failure,
  type Level,
  type RequirementResult,
  type Source,
} from '../report/result.ts';
import { failureOf, isVerdict } from './failure.ts';
import { NotVerified } from './not-verified.ts';
import { runOptions, type RunOptions } from './run-options.ts';
import { CAPABILITIES, type Capability } from './target/capabilities.ts';
import type { ExchangeLog } from './target/exchange-log.ts';
import { Target } from './target/target.ts';

/** What a requirement says, and how much it weighs. */
export interface RequirementFacts {
  readonly level: Level;
  /** One sentence that says what a conformant target does. */
  readonly text: string;
  readonly source: Source;
  /** First and last Salt line it holds for. */
  readonly since?: string;
  readonly until?: string;
  readonly needs?: readonly Capability[];
}

/** The facts of a requirement and its id, as reporters read them from its annotation. */
export type Declaration = RequirementFacts & {
  readonly id: string;
  readonly api: Api;
  readonly needs: readonly Capability[];
};

/** The annotation that declares a requirement, and the attachment that holds its result. */
export const DECLARATION = 'requirement';
export const RESULT = 'requirement-result';

const test = base.extend<object, { target: Target }>({
  target: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixture's needs from this pattern
    async ({}, use, workerInfo) => {
      const options = runOptions();
      const url = options.targets[workerInfo.parallelIndex % options.targets.length] ?? '';
      const target = new Target(url, options);
      await target.explore();
      await use(target);
      target.close();
    },
    { scope: 'worker' },
  ],
});

/** The Salt versions that a requirement was seen on when nothing else is said: one of each line. */
export const EVERY_LINE: readonly string[] = ['3006.28', '3007.15', '3008.3'];

/**
 * Declares a requirement of the suite: a sentence, where it comes from, and how it is tried.
 *
 * The body throws where the target does not conform: by an `expect`, or by a schema that does not
 * fit. Any other error is the suite's own fault and is reported as such.
 *
 * @param id `<api>.<topic>.<what>`, unique and never used again for something else
 */
export function requirement(
  id: string,
  facts: RequirementFacts,
  body: (context: { target: Target }) => Promise<void>,
): void {
  const declaration = declare(id, facts);
  test(
    id,
    { annotation: { type: DECLARATION, description: JSON.stringify(declaration) } },
    async ({ target }, info) => {
      const result = await tryRequirement(declaration, target, () => body({ target }));
      await info.attach(RESULT, { body: JSON.stringify(result), contentType: 'application/json' });
    },
  );
}

function declare(id: string, facts: RequirementFacts): Declaration {
  const api = APIS.find((known) => id.startsWith(`${known}.`));
  if (api === undefined || !/^[a-z]+\.[a-z-]+\.[a-z0-9-]+$/.test(id)) {
    throw new Error(`"${id}" is no requirement id; one looks like "cherrypy.login.json-object".`);
  }
  return { id, api, needs: [], ...facts };
}

type Attempt = Pick<RequirementResult, 'outcome' | 'cause' | 'failure'>;

async function tryRequirement(
  declaration: Declaration,
  target: Target,
  body: () => Promise<void>,
): Promise<RequirementResult> {
  const { options } = target;
  const skipped = reasonToSkip(declaration, target);
  let log = target.begin();
  let attempt: Attempt = skipped ?? (await tryOnce(body));
  record(options, declaration.id, log);
  if (attempt.outcome === 'fail' && options.kind === 'server') {
    target.forgetSession();
    log = target.begin();
    attempt = await tryOnce(body);
    record(options, declaration.id, log);
  }
  if (attempt.outcome !== 'pass') target.forgetSession();
  if (attempt.outcome === 'fail' && options.baseline.includes(declaration.id))
    attempt = { ...attempt, outcome: 'known' };
  return {
    ...declaration,
    ...attempt,
    duration: log.now(),
    exchanges: skipped === undefined ? log.exchanges : [],
  };
}

/** Why a requirement is not tried at all: it does not apply, was left out, or the target lacks what it needs. */
function reasonToSkip(
  { id, level, since, until, needs }: Declaration,
  target: Target,
): Attempt | undefined {
  const { options } = target;
  const { salt, only, level: lowest, shard } = options;
  if (since !== undefined && salt < since)
    return { outcome: 'not applicable', cause: `holds from Salt ${since} on` };
  if (until !== undefined && salt > until)
    return { outcome: 'not applicable', cause: `holds up to Salt ${until}` };
  if (only !== undefined && !only.includes(id))
    return { outcome: 'not verified', cause: 'left out by --only' };
  if (lowest !== undefined && LEVELS.indexOf(level) > LEVELS.indexOf(lowest)) {
    return { outcome: 'not verified', cause: `left out by --level ${lowest}` };
  }
  if (shard !== undefined && hashOf(id) % shard.total !== shard.index - 1) {
    return { outcome: 'not verified', cause: 'belongs to another shard' };
  }
  const missing = needs.find((capability) => !target.has(capability));
  return missing === undefined
    ? undefined
    : { outcome: 'not verified', cause: `needs ${CAPABILITIES[missing]}` };
}

async function tryOnce(body: () => Promise<void>): Promise<Attempt> {
  try {
    await body();
    return { outcome: 'pass' };
  } catch (error) {
    if (error instanceof NotVerified) return { outcome: 'not verified', cause: error.message };
    const failure: Failure = failureOf(error);
    if (isVerdict(error)) return { outcome: 'fail', failure };
    return { outcome: 'harness error', cause: failure.message, failure };
  }
}

/** The raw steps go to one file, a line a requirement, in the order of the run. */
function record(
  { record: directory }: RunOptions,
  requirement: string,
  { steps }: ExchangeLog,
): void {
  if (directory === undefined || steps.length === 0) return;
  appendFileSync(join(directory, 'recording.jsonl'), `${JSON.stringify({ requirement, steps })}\n`);
}

function hashOf(text: string): number {
  let hash = 0;
  for (const char of text) hash = (hash * 31 + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash;
}
