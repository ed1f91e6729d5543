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
