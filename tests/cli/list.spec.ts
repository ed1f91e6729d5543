import { expect, test } from '@playwright/test';
import { saltproof } from './saltproof.ts';

test('list and explain show the requirements of a topic, and no other', async () => {
  const { code, stdout } = await saltproof(['list', 'cherrypy.login']);
  const lines = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(lines.at(-1)).toBe(`${lines.length - 1} requirements`);
  expect(lines.length).toBeGreaterThan(10);
  for (const line of lines.slice(0, -1))
    expect(line).toMatch(/^cherrypy\.login\.\S+ +(?:MUST|SHOULD|MAY) /);
  expect((await saltproof(['explain', 'cherrypy.login'])).stdout).toBe(stdout);
});

test('list shows those of an API, and explain how well it is known', async () => {
  const { code, stdout } = await saltproof(['list', '--api', 'raas']);
  const lines = stdout.trimEnd().split('\n');
  expect(code).toBe(0);
  expect(lines.length).toBeGreaterThan(50);
  for (const line of lines.slice(0, -1)) expect(line).toMatch(/^raas\./);
  expect((await saltproof(['list', 'raas'])).stdout).toBe(stdout);
  const explained = (await saltproof(['explain', 'raas.envelope.error-ret'])).stdout;
  expect(explained).toMatch(/^ {2}confidence +inferred$/m);
  expect(explained).not.toContain('Salt lines');
});

test('list shows those that hold for a Salt line, and explain what a document says and what holds today', async () => {
  const manual = (await saltproof(['list', 'cherrypy.manual-login', '--salt', '0.8.4'])).stdout;
  const today = (await saltproof(['list', 'cherrypy.manual-login', '--salt', '3008'])).stdout;
  expect(manual).toContain('cherrypy.manual-login.dict ');
  expect(manual).toContain('cherrypy.manual-login.answers ');
  expect(today).not.toContain('cherrypy.manual-login.dict ');
  expect(today).toContain('cherrypy.manual-login.answers ');
  expect((await saltproof(['list', 'cherrypy.login', '--salt', '0.8.4'])).stdout).toBe(
    '0 requirements\n',
  );
  const alone = (await saltproof(['explain', 'cherrypy.manual-login.dict'])).stdout;
  expect(alone).toMatch(/^ {2}today +cherrypy\.login\.list-of-one$/m);
  expect(alone).toMatch(/^ {2}Salt lines +0\.8\.4 to 0\.8\.4$/m);
  const claim = (await saltproof(['explain', 'cherrypy.claims.keys'])).stdout;
  expect(claim).toMatch(/^ {2}somebody says +GET \/keys returns three lists.* \(wrong\)$/m);
  expect(claim).toMatch(/^ {2}Salt lines +all from 3006 on$/m);
});
