import { expect, test } from '@playwright/test';
import { InputError, startSimulator } from '../../simulator/index.ts';
import { fromYaml } from '../docs/from-yaml.ts';

/* Configurations of RaaS, and what of fleets is RaaS's, that cannot be meant so. */

const SETTINGS: readonly (readonly [config: string, says: string])[] = [
  [
    'tornado_xsrf_cookies_enabled: "no"',
    'tornado_xsrf_cookies_enabled must be true or false, not "no".',
  ],
  ['port: 70000', 'port must be a whole number from 0 to 65535, not 70000.'],
  ['session_seconds: .nan', 'session_seconds must be a number of seconds above 0, not NaN.'],
  ['jwt_seconds: .inf', 'jwt_seconds must be a number of seconds above 0, not Infinity.'],
  ['tls_crt: {a: b}', 'tls_crt must be a text, not an object.'],
  ['tls_crt: a.pem', 'tls_key is missing: TLS needs a certificate and its key.'],
  ['tls_crt: /none\ntls_key: /none', 'tls_crt: /none cannot be read: there is no such file.'],
];

for (const [config, says] of SETTINGS)
  test(`${config} is refused`, async () => {
    const started = startSimulator({ netapi: ['raas'], raas: fromYaml(config), port: 0 });
    await expect(started).rejects.toThrow(InputError);
    await expect(started).rejects.toThrow(says);
  });

const FLEETS: readonly (readonly [fleet: string, says: string])[] = [
  ['raas: {user: {}}', 'has "user" in raas, which nobody reads. Did you mean "users"?'],
  ['raas: {users: {bob: {}}}', 'has no "password" in raas.users.bob, and needs one.'],
  ['raas: {users: {"": {password: x}}}', 'has "" in raas.users, which cannot be that.'],
  [
    'raas: {users: {root: {password: x, roles: [User]}}}',
    'raas.users.root has roles, and root is a superuser by its password alone.',
  ],
  [
    'raas: {csp_tokens: {a: bob}}',
    'raas.csp_tokens names the user "bob", and raas.users has none of that name.',
  ],
  [
    'raas: {masters: {eu: {minions: {w: {gains: {}}}}}}',
    'has "gains" in raas.masters.eu.minions.w, which nobody reads. Did you mean "grains"?',
  ],
  [
    'raas: {masters: {eu: {minions: {w: {users: {a: {groups: [5]}}}}}}}',
    'says in raas.masters.eu.minions.w.users.a.groups.0 5; it must be a text.',
  ],
  [
    'raas: {masters: {eu: {minions: {a/b: {}}}}}',
    'has "a/b" in raas.masters.eu.minions, which cannot be that.',
  ],
  [
    'raas: {masters: {saltproof_master: {minions: {}}}}',
    'raas.masters names "saltproof_master", which is the id of the master',
  ],
];

for (const [fleet, says] of FLEETS)
  test(`${fleet} is refused`, async () => {
    const started = startSimulator({ netapi: ['raas'], fleet: fromYaml(fleet), port: 0 });
    await expect(started).rejects.toThrow(InputError);
    await expect(started).rejects.toThrow(says);
  });

for (const [config, says] of [
  [
    'tornado_xsrf_cookie_enabled: false',
    ['raas: nobody reads tornado_xsrf_cookie_enabled; did you mean tornado_xsrf_cookies_enabled?'],
  ],
  ['sql: {dialect: postgresql}\nhost: localhost\ntls_minimum: "1.2"', []],
] as const)
  test(`${config} is ${says.length === 0 ? 'not ' : ''}warned of`, async () => {
    const simulator = await startSimulator({ netapi: ['raas'], raas: fromYaml(config), port: 0 });
    await simulator.close();
    expect(simulator.warnings).toEqual(says);
  });

test('ports that count up end with the last there is', async () => {
  await expect(startSimulator({ netapi: ['cherrypy', 'raas'], port: 65_535 })).rejects.toThrow(
    'Ports count up from 65535, and there is none after 65535.',
  );
});
