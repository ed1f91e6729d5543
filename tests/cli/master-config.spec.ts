import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { saltproof, whileServing } from './saltproof.ts';

let directory: string;
test.beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'saltproof-config-'));
});
test.afterEach(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: string): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

test.describe('a master configuration with a wrong value is refused with 2 and the option:', () => {
  const faults: readonly (readonly [config: string, says: string])[] = [
    ['token_expire: soon', 'The master option "token_expire" must be a number of seconds'],
    ['external_auth: [pam]', 'The master option "external_auth" must be a mapping, not a list.'],
    ['external_auth: {pam: me}', 'The master option "external_auth: pam" must be a mapping'],
    ['netapi_enable_clients: local', '"netapi_enable_clients" must be a list of strings'],
    [
      'netapi_enable_clients: [5]',
      'must be a list of strings, not a list that holds the number 5.',
    ],
    ['netapi_enable_clients:', 'must be a list of strings, not nothing.'],
    ['timeout: .inf', 'must be a number of seconds, not the number inf.'],
    ['timeout: .nan', 'must be a number of seconds, not the number nan.'],
    [
      'rest_cherrypy: {ssl_crt: /nope, ssl_key: /nope}',
      'rest_cherrypy: ssl_crt: /nope cannot be read: there is no such file. Check the path.',
    ],
    ['rest_cherrypy: {ssl_crt: /nope}', 'rest_cherrypy: ssl_key is missing'],
    ['rest_cherrypy: {port: 70000}', '"rest_cherrypy: port" must be a port from 0 to 65535'],
    ['rest_cherrypy: 8000', 'The master option "rest_cherrypy" must be a mapping'],
  ];
  for (const [config, says] of faults)
    test(config, async () => {
      const path = file('master', config);
      const { code, stderr } = await saltproof(['serve', '--port', '0', '--config', path]);
      expect(stderr).toContain(says);
      expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
      expect(stderr).toContain(`saltproof: ${path}: `);
      expect(code).toBe(2);
    });
});

test('options that Salt knows and the simulator does not act on are said, and those that nobody knows are not', async () => {
  const path = file(
    'master',
    [
      'my_own_option: 1',
      'presence_events: true',
      'auto_accept: false',
      'netapi_enable_clients: [local, locl, ssh]',
      'rest_cherrypy: {disable_ssl: true, debug: true, host: 0.0.0.0, mine: 2}',
    ].join('\n'),
  );
  await whileServing(['--config', path], async (_, serving) => {
    expect(serving.output().stderr.split('\n')).toEqual([
      `saltproof: ${path}: presence_events is not acted on: no event tells of presence.`,
      `saltproof: ${path}: netapi_enable_clients: "locl" is no client of Salt; "local" is.`,
      `saltproof: ${path}: rest_cherrypy: debug is not acted on: error pages show no tracebacks.`,
      `saltproof: ${path}: rest_cherrypy: host "0.0.0.0" is not acted on: where to listen is said by --host, or the option host of the library, since anybody may log in here.`,
      '',
    ]);
  });
});

test('5.0 seconds are 5', async () => {
  await whileServing(['--config', file('master', 'timeout: 5.0\n')], async (url) => {
    expect((await fetch(url)).status).toBe(200);
  });
});

test('a configuration of comments only is what Salt is installed with, and a master starts with it', async () => {
  const path = file('master', '# interface: 0.0.0.0\n');
  await whileServing(['--config', path], async (url) => {
    expect((await fetch(url)).status).toBe(200);
  });
});
