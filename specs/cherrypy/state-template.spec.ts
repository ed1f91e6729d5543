import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { field } from '../target/return-of.ts';
import { fullReturn, orderOf, resultOf, runStates } from './run-states.ts';

const source = { documented: 'salt.modules.state', observed: EVERY_LINE };
const needs = ['minion'] as const;

requirement(
  'cherrypy.state-template.text',
  {
    level: 'should',
    text: 'state.template_str runs states that the call brings as YAML; they are of no file.',
    source,
    needs,
  },
  async ({ target }) => {
    const text = [
      'first:',
      '  test.succeed_with_changes:',
      '    - comment: said',
      '    - require:',
      '      - test: second',
      'second: test.nop',
    ].join('\n');
    const { states, retcode } = await runStates(target, 'state.template_str', [text]);
    expect(orderOf(states)).toEqual(['second', 'first']);
    expect(resultOf(states, 'first')).toMatchObject({ comment: 'said', __sls__: null });
    expect(retcode).toBe(0);
  },
);

requirement(
  'cherrypy.state-template.empty',
  {
    level: 'may',
    text: 'state.template_str of an empty text answers an empty object, which is a failure of states.',
    source,
    needs,
  },
  async ({ target }) => {
    const full = await fullReturn(target, 'state.template_str', ['']);
    expect(full).toMatchObject({ ret: {}, retcode: 2 });
  },
);

for (const [what, text, complaint] of [
  ['no-object', '[a, b]', 'Template <template-str> does not render to a dictionary'],
  [
    'include',
    '{include: [a], x: test.nop}',
    "The 'include' declaration found on '<template-str>' is invalid when rendering single templates",
  ],
  ['no-function', 'x: nop', 'ID x in template <template-str> is not a dictionary'],
  [
    'colon',
    'x: {test.nop: }',
    "ID 'x' in template <template-str> contains a short declaration (test.nop) with a trailing colon. When not passing any arguments to a state, the colon must be omitted.",
  ],
  [
    'twice',
    'x: {test.nop: [], test.fail_without_changes: []}',
    "ID 'x' in template '<template-str>' contains multiple state declarations of the same type",
  ],
] as const)
  requirement(
    `cherrypy.state-template.${what}`,
    {
      level: 'may',
      text: `state.template_str complains of a text such as "${text}".`,
      source,
      needs,
    },
    async ({ target }) => {
      const full = await fullReturn(target, 'state.template_str', [text]);
      expect(full).toMatchObject({ retcode: 1, out: 'highstate' });
      expect(field(full, 'ret')).toEqual([complaint]);
    },
  );

requirement(
  'cherrypy.state-template.no-file',
  {
    level: 'should',
    text: 'state.template complains of a file that the minion has not, whose name it completes.',
    source,
    needs,
  },
  async ({ target }) => {
    const path = `/nonesuch/${target.unique('sls')}`;
    for (const given of [path, `${path}.sls`])
      expect(await fullReturn(target, 'state.template', [given])).toMatchObject({
        ret: [`Specified SLS ${path}.sls on local filesystem cannot be found.`],
        retcode: 1,
      });
  },
);
