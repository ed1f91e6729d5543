import type { Signature } from '../../simulator/python/signature.ts';
import { executionFunctions } from '../../simulator/master/modules/functions.ts';
import { runnersOf } from '../../simulator/master/runners/runners.ts';
import { PROFILES } from '../../simulator/master/versions/versions.ts';
import type { Profile } from '../../simulator/master/versions/profile.ts';
import { wheelsOf } from '../../simulator/master/wheel/wheels.ts';
import { argspecText } from './argspec-text.ts';

/** A function as the table shows it. */
interface Described {
  readonly signature: Signature;
  readonly doc: string;
}

/** What a function is on the lines where it takes the same arguments. */
interface OnLines {
  readonly doc: string;
  readonly text: string;
  readonly lines: string[];
}

type FunctionsOf = (profile: Profile) => Iterable<readonly [string, Described]>;

/**
 * docs/functions.md: every execution function, runner and wheel function that is simulated, with its
 * arguments and what it does, made from the functions themselves.
 */
export function functionTable(): string {
  const parts: readonly (readonly [string, string, FunctionsOf])[] = [
    ['Execution functions', 'by `local` and its kin', executionFunctions],
    ['Runners', 'by `runner` and `runner_async`', (profile) => runnersOf({ profile })],
    ['Wheel functions', 'by `wheel` and `wheel_async`', (profile) => wheelsOf({ profile })],
  ];
  const sections = parts.map(([title, how, functions]) => section(title, how, functions));
  return `${INTRODUCTION}\n${sections.join('\n')}`;
}

const INTRODUCTION = `# Functions

What a simulated master and its minions can be asked to do, with Salt's own names and arguments. Anything else is answered
as real Salt answers what is not there. A function that not every line has, or not with the same arguments, says which do.

This file is made from the code by \`npm run functions\`; it is not to be edited.
`;

function section(title: string, how: string, functionsOf: FunctionsOf): string {
  const found = new Map<string, OnLines[]>();
  for (const profile of PROFILES)
    for (const [name, described] of functionsOf(profile)) {
      const ways = found.get(name) ?? [];
      const { doc, signature } = described;
      const text = argspecText(signature);
      const same = ways.find((way) => way.text === text);
      if (same === undefined) ways.push({ doc, text, lines: [profile.line] });
      else same.lines.push(profile.line);
      found.set(name, ways);
    }
  const sorted = [...found].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = sorted.flatMap(([name, ways]) =>
    ways.map(({ text, doc, lines }) => {
      const only = lines.length < PROFILES.length ? ` (${lines.join(', ')})` : '';
      return `| \`${name}\` | ${code(text)} | ${escaped(doc)}${only} |`;
    }),
  );
  const head = ['| function | arguments | what it does |', '| --- | --- | --- |'];
  return `## ${title}\n\n${found.size}, run ${how}.\n\n${[...head, ...rows].join('\n')}\n`;
}

function code(text: string): string {
  return text === '' ? '' : `\`${escaped(text)}\``;
}

function escaped(text: string): string {
  return text.replaceAll('|', '\\|');
}
