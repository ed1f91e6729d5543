import { expect } from '@playwright/test';
import * as fc from 'fast-check';
import { expectProperty } from '../models/expect-property.ts';
import { requirement } from '../requirement.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

const TEXTS = ['hello, world', '', 'grüße, 世界 🧂', '"\'\\\n\t\u0000', 'x'.repeat(10_000)];

const documented = {
  source: { documented: DOCUMENTS.api, client: [CLIENTS.samples] },
  confidence: 'documented',
} as const;

for (const [name, argumentsOf, text, source] of [
  ['echo-kwarg', (message: string) => ({ kwarg: { message } }), 'by keyword in kwarg', documented],
  [
    'echo-kwargs',
    (message: string) => ({ kwargs: { message } }),
    'by keyword in kwargs',
    { source: { client: [CLIENTS.official] }, confidence: 'client' },
  ],
  ['echo-args', (message: string) => ({ args: [message] }), 'by position in args', documented],
] as const)
  requirement(
    `raas.test.${name}`,
    {
      level: 'must',
      text: `test.echo answers with the message that it is given ${text}.`,
      ...source,
    },
    async ({ target }) => {
      for (const message of TEXTS) {
        const call = { resource: 'test', method: 'echo', ...argumentsOf(message) };
        expect(target.shape(await target.caller.post(call), 'rpc-envelope')).toMatchObject({
          ret: message,
          error: null,
        });
      }
    },
  );

requirement(
  'raas.test.echo-arg',
  {
    level: 'should',
    text: 'Arguments by position are taken from arg as well.',
    source: { inferred: 'kwarg and kwargs are both taken' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    const call = { resource: 'test', method: 'echo', arg: ['hello'] };
    expect(target.shape(await target.caller.post(call), 'rpc-envelope').ret).toBe('hello');
  },
);

requirement(
  'raas.test.any-message',
  {
    level: 'must',
    text: 'Whatever text test.echo is given, by keyword or by position, it answers with that text.',
    source: { documented: DOCUMENTS.api, client: [CLIENTS.official, CLIENTS.samples] },
    confidence: 'documented',
  },
  async ({ target }) => {
    const property = fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (message) => {
      expect(await target.ret('test', 'echo', { message })).toBe(message);
      expect(await target.ret('test', 'echo', [message])).toBe(message);
    });
    await expectProperty(property, target.options.kind === 'server' ? 5 : 50);
  },
);

requirement(
  'raas.test.no-arguments',
  {
    level: 'must',
    text: 'A call without arguments needs neither args nor kwarg.',
    source: { client: [CLIENTS.powercli, CLIENTS.powershell, CLIENTS.samples] },
    confidence: 'client',
  },
  async ({ target }) => {
    const call = { resource: 'api', method: 'get_versions' };
    expect(target.shape(await target.caller.post(call), 'rpc-envelope').error).toBe(null);
  },
);

requirement(
  'raas.test.error',
  {
    level: 'must',
    text: 'test.error always fails.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
  },
  async ({ target }) => {
    expectError(await target.rpc('test', 'error'));
  },
);

requirement(
  'raas.test.warnings',
  {
    level: 'must',
    text: 'test.warnings succeeds, with warnings.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp] },
    confidence: 'documented',
  },
  async ({ target }) => {
    const { error, warnings } = await target.rpc('test', 'warnings');
    expect(error).toBe(null);
    expect(warnings.length).toBeGreaterThan(0);
  },
);

requirement(
  'raas.test.sleep',
  {
    level: 'must',
    text: 'test.sleep answers with a text once the seconds are over.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    expect(await target.ret('test', 'sleep', { seconds: 1 })).toEqual(expect.any(String));
  },
);
