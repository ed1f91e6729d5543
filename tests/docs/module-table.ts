import { APIS } from '../../report/result.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { loadSpecifications } from '../../specs/load-specifications.ts';
import { ANSWERS, type Said } from '../../specs/netapi/answers.ts';
import type { SaltApi } from '../../specs/run-options.ts';
import { ExceptionNotes } from './exception-notes.ts';

/** What is required of modules, by topic and module. */
type Topics = ReadonlyMap<string, ReadonlyMap<SaltApi, number>>;

/**
 * docs/modules.md: what is required of which module of salt-api, topic by topic, made from the
 * requirements themselves.
 */
export async function moduleTable(): Promise<string> {
  const specifications = await loadSpecifications();
  const shared = specifications.filter(({ file }) => isShared(file));
  const own = specifications.filter(({ file }) => !isShared(file) && !file.startsWith('raas/'));
  const common = shared.flatMap(({ requirements }) => requirements);
  const others = own.flatMap(({ requirements }) => requirements);
  const modules = modulesOf([...common, ...others]);
  const notes = new ExceptionNotes(common);
  const required = (topic: string, module: SaltApi, count: number): string =>
    [count, ...notes.of(topic, module).map((note) => `[${note}]`)].join(' ');
  return [
    INTRODUCTION,
    `## How much is required\n\n${totals(modules, common, others)}`,
    `## What is common\n\n${COMMON}\n\n${topicTable(modules, topicsOf(common), required)}`,
    `### Exceptions\n\n${notes.text()}`,
    `## The same in other words\n\n${WORDS}\n\n${words(modules)}`,
    `## What is their own\n\n${OWN}\n\n${topicTable(modules, topicsOf(others), (_topic, _module, count) => (count === 0 ? '' : String(count)))}`,
    '',
  ].join('\n\n');
}

const INTRODUCTION = `# The modules of salt-api

\`rest_cherrypy\`, \`rest_tornado\` and \`rest_wsgi\` stand in front of one master and answer in ways of their own. The tables
count what the suite requires of each, topic by topic; \`saltproof list\` names the requirements, \`saltproof explain ID\`
tells of one.

This file is made from the requirements by \`npm run modules\`; it is not to be edited.`;

const COMMON = `These requirements are written once and tried on each module. A number in brackets is an exception, told of below.`;

const WORDS = `What a module says in words of its own where the requirements that are common ask for the same.`;

const OWN = `What is about HTTP, log-ins and streams of events, and clients that not every module has. An empty field means that the
module has nothing of the kind, or that nothing is required of it.`;

/** The modules that something is required of, in the order of the APIs. */
function modulesOf(requirements: readonly DeclaredRequirement[]): SaltApi[] {
  const modules = APIS.filter((api) => api !== 'raas');
  return modules.filter((api) => requirements.some(({ declaration }) => declaration.api === api));
}

/** Whether a specification file is about every module. */
function isShared(file: string): boolean {
  return file.startsWith('netapi/');
}

function topicsOf(requirements: readonly DeclaredRequirement[]): Topics {
  const topics = new Map<string, Map<SaltApi, number>>();
  for (const { declaration } of requirements) {
    const [module, topic] = declaration.id.split('.') as [SaltApi, string];
    const counts = topics.get(topic) ?? new Map<SaltApi, number>();
    counts.set(module, (counts.get(module) ?? 0) + 1);
    topics.set(topic, counts);
  }
  return topics;
}

function topicTable(
  modules: readonly SaltApi[],
  topics: Topics,
  shown: (topic: string, module: SaltApi, count: number) => string,
): string {
  const rows = [...topics]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([topic, counts]) => [
      `\`${topic}\``,
      ...modules.map((module) => shown(topic, module, counts.get(module) ?? 0)),
    ]);
  return table(['topic', ...modules.map(nameOf)], rows);
}

function totals(
  modules: readonly SaltApi[],
  common: readonly DeclaredRequirement[],
  others: readonly DeclaredRequirement[],
): string {
  const row = (what: string, requirements: readonly DeclaredRequirement[]): string[] => [
    what,
    ...modules.map((module) => String(countOf(requirements, module))),
  ];
  return table(
    ['', ...modules.map(nameOf)],
    [row('common', common), row('of its own', others), row('together', [...common, ...others])],
  );
}

function countOf(requirements: readonly DeclaredRequirement[], module: SaltApi): number {
  return requirements.filter(({ declaration }) => declaration.api === module).length;
}

function words(modules: readonly SaltApi[]): string {
  const row = (what: string, said: (module: SaltApi) => string): string[] => [
    what,
    ...modules.map((module) => said(module)),
  ];
  return table(
    ['', ...modules.map(nameOf)],
    [
      row('`local`, and no minion matched', (module) => `\`${ANSWERS[module].nobody}\``),
      row('a chunk at which Salt raises', (module) => said(ANSWERS[module].failure)),
      row('a runner that the user may not call', (module) => said(ANSWERS[module].refusal)),
    ],
  );
}

function said({ status, what }: Said): string {
  return `${status}, ${what}`;
}

function nameOf(module: SaltApi): string {
  return `rest_${module}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}
