import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import { NETAPIS } from '../../simulator/netapis.ts';
import type { Declaration } from '../../specs/declaration.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { DOCUMENTED_LINE } from '../../specs/salt-lines.ts';
import { outsideLines } from '../../specs/selection.ts';
import type { SaltApi } from '../../specs/run-options.ts';
import { Target } from '../../specs/target/target.ts';
import { tryDeclared } from '../../specs/try-requirement.ts';
import { plainOptions } from './run-options.ts';

/*
 * What the manual of salt-api 0.8.4 says holds where it is simulated; on Salt of today fails
 * exactly what docs/documents-and-salt.md lists.
 */

const LINES = PROFILES.map(({ line }) => line);

const declared = (await loadSpecifications()).flatMap(({ requirements }) => requirements);
const known = new Map(declared.map(({ declaration }) => [declaration.id, declaration]));
const ofManual = declared.filter(({ declaration }) => declaration.since === DOCUMENTED_LINE);

/** The APIs of salt-api that are simulated and of which the manual says something. */
const apis = NETAPIS.filter((api): api is SaltApi & typeof api => api !== 'raas').filter((api) =>
  ofManual.some(({ declaration }) => declaration.api === api),
);

/** What comes of these requirements on a simulator of a Salt line, by id, when 0.8.4 is asked for. */
async function outcomes(
  api: (typeof apis)[number],
  salt: string,
  requirements: readonly DeclaredRequirement[],
): Promise<Record<string, string>> {
  const simulator = await startSimulator({ salt, netapi: [api], clock: 'virtual' });
  const options = plainOptions({
    kind: 'embedded simulator',
    api,
    salt: DOCUMENTED_LINE,
    allow: ['writes'],
    credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
    limited: { username: 'limited', password: 'limited', eauth: 'pam' },
    eventTimeout: 2000,
  });
  const target = new Target(simulator.url, options);
  try {
    const found: Record<string, string> = {};
    for (const requirement of requirements) {
      const { id, outcome } = (await tryDeclared(requirement, target)).result;
      found[id] = outcome;
    }
    return found;
  } finally {
    target.close();
    await simulator.close();
  }
}

/**
 * What a line of today makes of a requirement of the manual. Over rest_wsgi no reply arrives today,
 * that tells which minions there are neither: what needs one is not tried.
 */
function outcomeToday({ api, until, needs }: Declaration): string {
  if (until === undefined) return 'pass';
  return api === 'wsgi' && needs.includes('minion') ? 'not verified' : 'fail';
}

for (const api of apis) {
  const own = ofManual.filter(({ declaration }) => declaration.api === api);

  test(`all that the manual says of ${api} passes where its world is simulated`, async () => {
    const expected = own.map(({ declaration: { id } }) => [id, 'pass'] as const);
    expect(await outcomes(api, DOCUMENTED_LINE, own)).toEqual(Object.fromEntries(expected));
  });

  for (const line of LINES)
    test(`on ${line} fails what the manual alone says of ${api}, and nothing else`, async () => {
      // What is common to the modules was concluded of rest_wsgi; the manual does not say it.
      const said = own.filter(({ except }) => except === undefined);
      const expected = said.map(
        ({ declaration }) => [declaration.id, outcomeToday(declaration)] as const,
      );
      expect(await outcomes(api, line, said)).toEqual(Object.fromEntries(expected));
    });
}

test('what the manual alone says names a requirement that every line of today satisfies, and nothing else names one', () => {
  const strays = declared
    .map(({ declaration }) => declaration)
    .filter(({ today, until }) => {
      const otherwise = today === undefined ? undefined : known.get(today);
      const holds = LINES.every(
        (line) => otherwise !== undefined && outsideLines(otherwise, line) === undefined,
      );
      return until === DOCUMENTED_LINE ? !holds : today !== undefined;
    });
  expect(strays.map(({ id }) => id)).toEqual([]);
});
