import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import type { Given } from '../target/raas/rpc-call.ts';
import { field, keysOf } from '../target/return-of.ts';
import { expectError, expectErrorOf } from './refusals.ts';
import { DOCUMENTS } from './sources.ts';

/** Calls that cannot be carried out, each with what is wrong in it. */
const WRONG: readonly (readonly [
  name: string,
  text: string,
  resource: string,
  method: string,
  given: Given,
])[] = [
  ['unknown-resource', 'of a resource that there is not', 'saltproof_nothing', 'echo', {}],
  ['unknown-method', 'of a method that there is not', 'test', 'saltproof_nothing', {}],
  [
    'unknown-keyword',
    'with a keyword that the method has not',
    'test',
    'echo',
    { message: 'a', saltproof: 1 },
  ],
  ['missing-argument', 'without an argument that is required', 'test', 'echo', {}],
  [
    'too-many-arguments',
    'with more arguments than the method has',
    'test',
    'echo',
    ['a', 'b', 'c'],
  ],
  ['wrong-type', 'with an argument of another type', 'test', 'echo', { message: { a: 1 } }],
  ['out-of-range', 'with a number out of its range', 'test', 'sleep', { seconds: 1000 }],
];

for (const [name, text, resource, method, given] of WRONG)
  requirement(
    `raas.errors.${name}`,
    {
      level: 'should',
      text: `A call ${text} is answered with 200 and an error.`,
      source: {
        inferred:
          'methods publish their schemas, which allow nothing more, and other errors come inside 200',
      },
      confidence: 'inferred',
    },
    async ({ target }) => {
      expectError(await target.rpc(resource, method, given));
    },
  );

requirement(
  'raas.errors.detail-by-parameter',
  {
    level: 'should',
    text: 'The detail of an error names the parameter that is missing as a key.',
    source: { inferred: 'PowerShell modules print error.detail.state beside the message' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    expectErrorOf(await target.rpc('test', 'echo'), 'message');
  },
);

/** The codes that a server says it has. */
async function knownCodes(target: RaasTarget): Promise<string[]> {
  return keysOf(
    field(await target.ret('api', 'discover', { include: ['errors'] }), 'errors', 'errorcode'),
  );
}

requirement(
  'raas.errors.codes-listed',
  {
    level: 'should',
    text: 'Every code of an error is one that api.discover lists.',
    source: { inferred: 'clients make their table of errors from what api.discover lists' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const known = await knownCodes(target);
    for (const [name, , resource, method, given] of WRONG) {
      const { error } = await target.rpc(resource, method, given);
      expect([name, known.includes(String(error?.code))]).toEqual([name, true]);
    }
    expect(known).toContain(String((await target.rpc('test', 'error')).error?.code));
  },
);

requirement(
  'raas.errors.admin-needs-superuser',
  {
    level: 'should',
    text: 'Who is not Superuser is refused what admin offers, with an error inside 200.',
    source: {
      documented: DOCUMENTS.reference,
      inferred: 'admin needs the role Superuser; errors of permissions come inside 200',
    },
    confidence: 'inferred',
    needs: ['limited user'],
  },
  async ({ target }) => {
    expectError(await target.as('limited').rpc('admin', 'get_vra_params'));
  },
);
