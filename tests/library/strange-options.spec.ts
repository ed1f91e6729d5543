import { expect, test } from '@playwright/test';
import { startSimulator } from '../../simulator/index.ts';
import { fromYaml } from '../docs/from-yaml.ts';

/* What Salt takes without a word, and whoever wrote it hardly meant. */
const STRANGE: readonly (readonly [config: string, says: readonly string[]])[] = [
  [
    'netapi_enable_client: [local]',
    ['nobody reads netapi_enable_client; did you mean netapi_enable_clients?'],
  ],
  ['rest_cherypy: {disable_ssl: true}', ['nobody reads rest_cherypy; did you mean rest_cherrypy?']],
  [
    'rest_cherrypy: {prot: 5, disable_ssl: true}',
    ['rest_cherrypy: nobody reads prot; did you mean port?'],
  ],
  [
    'rest_cherrypy: {disable_sll: true, disable_ssl: true}',
    ['rest_cherrypy: nobody reads disable_sll; did you mean disable_ssl?'],
  ],
  [
    'external_auth: {pma: {saltdev: [test.*]}}',
    ['external_auth: pma is no back end that Salt ships; pam is.'],
  ],
  ['external_auth: {pam: {}}', ['external_auth: pam names no user.']],
  ['external_auth: {pam: null}', ['external_auth: pam names no user.']],
  [
    'external_auth: {pam: {saltdev: 5, other: test.*, none: null}}',
    [
      'external_auth: pam: what "saltdev" may do is the number 5, and must be a list such as ["test.*"].',
      'external_auth: pam: what "other" may do is the string "test.*", and must be a list such as ["test.*"].',
      'external_auth: pam: what "none" may do is nothing, and must be a list such as ["test.*"].',
    ],
  ],
  ['rest_tornato: {disable_ssl: true}', ['nobody reads rest_tornato; did you mean rest_tornado?']],
  [
    'rest_tornado: {disable_ssl: true, address: 0.0.0.0}',
    [
      'rest_tornado: address "0.0.0.0" is not acted on: where to listen is said by --host, or the option host of the library, since anybody may log in here.',
    ],
  ],
  [
    "rest_tornado: {disable_ssl: true, websocket: true, cors_orgin: '*', webhook_url: /h, foo: bar}",
    [
      'rest_tornado: webhook_url is not acted on: Salt does not read it there, and hooks are at /hook.',
      'rest_tornado: nobody reads websocket; did you mean websockets?',
      'rest_tornado: nobody reads cors_orgin; did you mean cors_origin?',
    ],
  ],
  [
    'rest_tornado: {disable_ssl: true, websockets: true}',
    [
      'rest_tornado: /formatted_events tells nobody anything: it asks minions for their grains by the client local, which netapi_enable_clients does not name.',
    ],
  ],
  [
    'rest_wsgi: {port: 8001, disable_ssl: true, prot: 8002}',
    [
      'rest_wsgi: disable_ssl is not acted on: Salt reads nothing of rest_wsgi but its port, and listens on localhost without TLS.',
      'rest_wsgi: nobody reads prot; did you mean port?',
    ],
  ],
  ['include: master.d/*.conf', ['include is not acted on: only this file is read.']],
];

for (const [config, says] of STRANGE)
  test(`${config} is warned of`, async () => {
    const simulator = await startSimulator({ config: fromYaml(config), port: 0 });
    await simulator.close();
    expect(simulator.warnings).toEqual(says);
  });

/* What is only like a mistake. */
const FINE = [
  'pillar_opts: true',
  'con_cache: true',
  'master_type: str',
  'ids: 1',
  'my_own_option: 1',
  'ca.cert_base_path: /a',
  'external_auth: {django: {^model: {a: b}, user: [test.*]}}',
  'external_auth: {}',
  'rest_cherrypy: {disable_ssl: true, mine: 2, expire_responses: false, cors_origin: "*"}',
  'rest_tornado: {disable_ssl: true, mine: 2, backlog: 5, num_processes: 2, websockets: false}',
];

for (const config of FINE)
  test(`${config} is not warned of`, async () => {
    const simulator = await startSimulator({ config: fromYaml(config), port: 0 });
    await simulator.close();
    expect(simulator.warnings).toEqual([]);
  });

test('the configuration that a simulator has by itself is not warned of', async () => {
  const simulator = await startSimulator();
  await simulator.close();
  expect(simulator.warnings).toEqual([]);
});
