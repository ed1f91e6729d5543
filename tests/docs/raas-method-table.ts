import {
  METHOD_TABLE,
  type MethodTable,
  type ResourceName,
} from '../../simulator/raas/rpc/method-table.ts';
import { BEHIND_METHODS, BEHIND_RESOURCES } from './raas-behind.ts';

/**
 * docs/raas-methods.md: every method of RaaS, what it does, what its caller needs, and what stands
 * behind it, made from the method tables.
 */
export function raasMethodTable(): string {
  const names = Object.keys(METHOD_TABLE).toSorted() as ResourceName[];
  const count = names.flatMap((resource) => Object.keys(METHOD_TABLE[resource].methods)).length;
  const counted = `${count} methods of ${names.length} resources, all of them simulated.`;
  return `${INTRODUCTION}\n${counted}\n\n${names.map(section).join('\n')}`;
}

const INTRODUCTION = `# Methods of RaaS

What \`POST /rpc\` of a [simulated RaaS](raas.md) answers, with the parameters of a real server, those
that must be given in bold. Arguments of any method are checked against its schema, which \`api.discover\` gives.

This file is made from the code by \`npm run raas-methods\`; it is not to be edited.
`;

function section(resource: ResourceName): string {
  const { doc, methods } = METHOD_TABLE[resource];
  const rows = Object.entries(methods)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, method]) => row(resource, name, method));
  const head = [
    '| method | parameters | what it does | needs | behind it |',
    '| --- | --- | --- | --- | --- |',
  ];
  return `## ${resource}\n\n${doc}\n\n${[...head, ...rows].join('\n')}\n`;
}

function row(
  resource: ResourceName,
  name: string,
  { doc, parameters, permission }: MethodTable,
): string {
  const named = parameters.map(([parameter, ...standard]) =>
    standard.length === 0 ? `**\`${parameter}\`**` : `\`${parameter}\``,
  );
  const cells = [`\`${name}\``, named.join(', '), doc, permission ?? '', behind(resource, name)];
  return `| ${cells.map(escaped).join(' | ')} |`;
}

function behind(resource: ResourceName, name: string): string {
  return BEHIND_METHODS[`${resource}.${name}`] ?? BEHIND_RESOURCES[resource];
}

function escaped(text: string): string {
  return text
    .replaceAll('|', '\\|')
    .replaceAll('_', '\\_')
    .replaceAll(/`([^`]*)`/g, (code) => code.replaceAll('\\_', '_'));
}
