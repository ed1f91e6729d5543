import { expect, test } from '@playwright/test';
import { RESOURCE_TABLES } from '../../schemas/generated/raas/resources.ts';
import { mayChange } from '../../specs/target/raas/changes.ts';
import { UNDOINGS } from '../../specs/target/raas/undo.ts';
import { field, keysOf } from '../../specs/target/return-of.ts';

/* What the suite knows of methods, held against the tables of all of them: schemas/raas/. */

const METHODS = Object.entries(RESOURCE_TABLES).flatMap(([resource, table]) =>
  keysOf(field(table, 'methods')).map((method) => ({ resource, method })),
);

function parametersOf(resource: string, method: string): unknown[] {
  const tables: Readonly<Record<string, unknown>> = RESOURCE_TABLES;
  const parameters = field(tables[resource], 'methods', method, 'parameters');
  return Array.isArray(parameters) ? parameters.map((one: unknown) => field(one, 0)) : [];
}

test('whatever is saved, deleted, deployed or run needs leave to write', () => {
  const changing =
    /^(?:save|delete|set|update|remove|replace|apply|commit|deploy|transfer|trim|change|pause|resume|stop|start|end|track|assess|remediate|import|ingest|download|sync|authenticate|route)(?:_|$)/;
  const meant = METHODS.filter(({ method }) => changing.test(method));
  expect(meant.length).toBeGreaterThan(80);
  expect(meant.filter((call) => !mayChange(call))).toEqual([]);
});

test('whatever gets or lists something does not', () => {
  const reading = METHODS.filter(({ method }) => /^(?:get|list)(?:_|$)/.test(method));
  expect(reading.length).toBeGreaterThan(80);
  expect(reading.filter(mayChange)).toEqual([]);
});

for (const [name, { method, uuid, same = [], always = {} }] of Object.entries(UNDOINGS))
  test(`${name} is undone by a method that there is, with parameters that it has`, () => {
    const [resource = '', save = ''] = name.split('.');
    const needed = [...same, ...(uuid === undefined ? [] : [uuid]), ...Object.keys(always)];
    expect(needed.length).toBeGreaterThan(0);
    expect(parametersOf(resource, method)).toEqual(expect.arrayContaining(needed));
    expect(parametersOf(resource, save)).toEqual(expect.arrayContaining([...same]));
  });
