import { APIS, type Api } from '../../report/result.ts';
import type { Declaration } from '../../specs/declaration.ts';
import { DOCUMENTED_LINE } from '../../specs/salt-lines.ts';

/**
 * docs/documents-and-salt.md: what is written of salt-api beside what Salt does, made from the
 * requirements.
 */
export function documentsTable(declarations: readonly Declaration[]): string {
  const known = new Map(declarations.map((declaration) => [declaration.id, declaration]));
  const ofManual = declarations.filter(({ since }) => since === DOCUMENTED_LINE);
  const parted = ofManual.filter(({ until }) => until === DOCUMENTED_LINE);
  const agreed = ofManual.filter(({ until }) => until === undefined);
  const claims = declarations.filter(({ claim }) => claim !== undefined);
  return [
    INTRODUCTION,
    section('Where the manual and Salt part', PARTED, parted, (one) => partedRow(one, known)),
    section('Where they agree', AGREED, agreed, agreedRow),
    section('What a summary says', CLAIMS, claims, claimRow),
  ].join('\n');
}

const INTRODUCTION = `# Documents and Salt

Much of what is read of salt-api is old, or was never so. Here what is written stands beside what Salt does: the manual of
salt-api ${DOCUMENTED_LINE}, and a widely read summary of the NetAPI. Each line is a requirement that a server can be held against:

\`\`\`sh
npx saltproof check --salt ${DOCUMENTED_LINE}      # what the manual tells of, simulated: all of it passes
npx saltproof check URL --salt ${DOCUMENTED_LINE}  # a server of today: what fails is the first table
npx saltproof explain cherrypy.manual-login.dict
\`\`\`

Where the manual contradicts itself, and what it says that no request can show, is in
[decisions/documented-world.md](../decisions/documented-world.md). Nobody observed a server of that time, so what holds there alone is no MUST:
it counts with \`--fail-on should\`.

This file is made from the requirements by \`npm run documents\`; it is not to be edited.
`;

/** What stands above the rows of a section. */
interface Head {
  readonly said: (count: number) => string;
  readonly columns: readonly string[];
}

const PARTED: Head = {
  said: (count) =>
    `${count} requirements that the manual makes and no line from 3006 to 3008 satisfies, each with one that tells what Salt does. Of rest_wsgi, none of whose replies arrives today, it is also what the module means to answer; what it has in common with the others, which fails today as well, stands in [modules.md](modules.md).`,
  columns: ['the manual', 'where', 'Salt today'],
};

const AGREED: Head = {
  said: (count) =>
    `${count} requirements that the manual makes and 3006, 3007 and 3008 satisfy as well.`,
  columns: ['the manual and Salt', 'where'],
};

const CLAIMS: Head = {
  said: (count) => `${count} claims, and what was seen on 3006, 3007 and 3008.`,
  columns: ['it says', 'that is', 'Salt'],
};

function section(
  title: string,
  { said, columns }: Head,
  declarations: readonly Declaration[],
  row: (declaration: Declaration) => readonly string[],
): string {
  const tables = APIS.flatMap((api) => {
    const own = declarations.filter((one) => one.api === api).toSorted(byId);
    if (own.length === 0) return [];
    const lines = [columns, columns.map(() => '---'), ...own.map(row)];
    const table = lines.map((cells) => `| ${cells.join(' | ')} |\n`).join('');
    return [`### ${NAMES[api]}\n\n${table}`];
  });
  return `## ${title}\n\n${said(declarations.length)}\n\n${tables.join('\n')}`;
}

const NAMES: Readonly<Record<Api, string>> = {
  cherrypy: 'rest_cherrypy',
  tornado: 'rest_tornado',
  wsgi: 'rest_wsgi',
  raas: 'RaaS',
};

function byId(a: Declaration, b: Declaration): number {
  return a.id < b.id ? -1 : 1;
}

function partedRow(declaration: Declaration, known: ReadonlyMap<string, Declaration>): string[] {
  const { today = '' } = declaration;
  const otherwise = known.get(today);
  if (otherwise === undefined)
    throw new Error(`${declaration.id} names no requirement of today's Salt, but "${today}".`);
  return [sentence(declaration), placeOf(declaration), sentence(otherwise)];
}

function agreedRow(declaration: Declaration): string[] {
  return [sentence(declaration), placeOf(declaration)];
}

function claimRow(declaration: Declaration): string[] {
  const { claim } = declaration;
  return [escaped(claim?.says ?? ''), claim?.verdict ?? '', sentence(declaration)];
}

/** A requirement's sentence and its id. */
function sentence({ id, text }: Declaration): string {
  return `${escaped(text)} \`${id}\``;
}

/** The place in the manual, without its title and module; what a module alone means to answer has none. */
function placeOf({ source }: Declaration): string {
  if (source.documented === undefined) return 'not in the manual';
  const [, , ...place] = source.documented.split(', ');
  return escaped(place.join(', '));
}

/** As text in a table, whatever Markdown would make of it. */
function escaped(text: string): string {
  return text.replaceAll(/[|_*<>[\]]/g, (sign) => `\\${sign}`);
}
