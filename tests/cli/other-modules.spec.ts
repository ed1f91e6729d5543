import { expect, test } from '@playwright/test';
import { saltproof, whileServing } from './saltproof.ts';

/* What `check` says where another module of salt-api listens than the one that it was told to judge. */

const USER = ['--username=saltdev', '--password=saltdev'];

const WRONG: readonly (readonly [served: string, judged: string, args: string[], says: RegExp])[] =
  [
    [
      'cherrypy',
      'tornado',
      USER,
      /lets "saltdev" in, but not as a rest_tornado does\. .*CherryPy\//,
    ],
    ['cherrypy', 'wsgi', USER, /answered 401, but not as a rest_wsgi does: .*CherryPy\//],
    ['tornado', 'cherrypy', USER, /but not as a rest_cherrypy does\. .*TornadoServer\//],
    ['tornado', 'wsgi', USER, /answered 302, but not as a rest_wsgi does: .*TornadoServer\//],
    ['wsgi', 'cherrypy', USER, /it answered 500 Internal Server Error\. .*WSGIServer\//],
    ['wsgi', 'tornado', ['--token=t'], /it answered 500 Internal Server Error\. .*WSGIServer\//],
  ];

for (const [served, judged, args, says] of WRONG)
  test(`a rest_${served} that is to be judged as ${judged} is not, and told what it seems to be`, async () => {
    await whileServing([`--netapi=${served}`], async (url) => {
      const { code, stdout, stderr } = await saltproof(['check', url, `--api=${judged}`, ...args]);
      expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
      expect(stderr).toMatch(says);
      expect(stderr).toContain(`as under a rest_${served}: if it is one, say --api ${served}.\n`);
      expect([code, stdout]).toEqual([3, '']);
    });
  });

test('a token that rest_tornado does not know is what is to be checked, and no redirection', async () => {
  await whileServing(['--netapi=tornado'], async (url) => {
    const { code, stderr } = await saltproof(['check', url, '--api=tornado', '--token=abc']);
    expect(stderr).toContain('in: it answered 302 Found. Check --token.\n');
    expect(code).toBe(3);
  });
});
