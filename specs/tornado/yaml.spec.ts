import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import type { Chunk } from '../target/user.ts';
import type { Target } from '../target/target.ts';

const observed = { observed: EVERY_LINE };
const needs = ['runner'] as const;

async function asYaml(target: Target, ...chunks: readonly Chunk[]): Promise<string> {
  const reply = await target.lowstate(chunks, [
    ['Content-Type', 'application/json'],
    ['Accept', 'application/x-yaml'],
  ]);
  expect(reply.status).toBe(200);
  expect(reply.headerValues('Content-Type')).toEqual(['application/x-yaml']);
  return reply.body;
}

/** A call of the runner test.arg with one keyword. */
function echo(value: unknown): Chunk {
  return { client: 'runner', fun: 'test.arg', kwarg: { value } };
}

requirement(
  'tornado.yaml.leaves',
  {
    level: 'should',
    text: 'In YAML the innermost lists and objects are in brackets and braces, and keys are sorted.',
    source: observed,
    needs,
  },
  async ({ target }) => {
    expect(
      await asYaml(target, {
        client: 'runner',
        fun: 'test.arg',
        arg: ['b', 1],
      }),
    ).toBe('return:\n- args: [b, 1]\n  kwargs: {}\n');
  },
);

requirement(
  'tornado.yaml.texts-only',
  {
    level: 'should',
    text: 'A list of nothing but texts is one line.',
    source: observed,
  },
  async ({ target }) => {
    expect(await asYaml(target, { client: 'runner' })).toBe(
      "return: ['Unexpected exception while handling request: ''fun''']\n",
    );
  },
);

requirement(
  'tornado.yaml.empty',
  {
    level: 'should',
    text: 'No returns are an empty list in YAML.',
    source: observed,
  },
  async ({ target }) => expect(await asYaml(target)).toBe('return: []\n'),
);

/** Values and how they stand in YAML, by the end of the requirement's id. */
const VALUES: Readonly<Record<string, readonly [value: unknown, text: string]>> = {
  'text-like-true': ['true', "{value: 'true'}"],
  'text-like-number': ['12', "{value: '12'}"],
  null: [null, '{value: null}'],
  unicode: ['Grüße', '{value: Grüße}'],
  'line-break': ['a\nb', "{value: 'a\n\n      b'}"],
  comma: ['a, b', "{value: 'a, b'}"],
  float: [1.5, '{value: 1.5}'],
};

for (const [name, [value, text]] of Object.entries(VALUES)) {
  requirement(
    `tornado.yaml.${name}`,
    {
      level: 'should',
      text: `${JSON.stringify({ value })} as YAML is ${JSON.stringify(text)}.`,
      source: observed,
      needs,
    },
    async ({ target }) => {
      expect(await asYaml(target, echo(value))).toBe(`return:\n- args: []\n  kwargs: ${text}\n`);
    },
  );
}
