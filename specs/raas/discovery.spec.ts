import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { field, keysOf } from '../target/return-of.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const source = { client: [CLIENTS.official, CLIENTS.mcp] };
const client = { source, confidence: 'client' } as const;

/** Every method of a discovery by its name, `test.echo`; what is said of a resource itself left out. */
function methodsOf(discovery: unknown): [name: string, method: unknown][] {
  const api = field(discovery, 'api');
  return keysOf(api).flatMap((resource) =>
    keysOf(field(api, resource))
      .filter((method) => method !== '__doc__')
      .map((method): [string, unknown] => [`${resource}.${method}`, field(api, resource, method)]),
  );
}

requirement(
  'raas.discovery.sections',
  {
    level: 'must',
    text: 'api.discover tells of api, constants, errors and metrics.',
    ...client,
  },
  async ({ target }) => {
    const discovery = await target.ret('api', 'discover');
    expect(keysOf(discovery)).toEqual(
      expect.arrayContaining(['api', 'constants', 'errors', 'metrics']),
    );
  },
);

requirement(
  'raas.discovery.detailed',
  {
    level: 'must',
    text: 'Every method that api.discover tells of has a detailed description, from which the official client makes its calls.',
    ...client,
  },
  async ({ target }) => {
    const methods = methodsOf(await target.ret('api', 'discover'));
    expect(methods.length).toBeGreaterThan(100);
    const bare = methods.filter(([, method]) => keysOf(field(method, 'detailed')).length === 0);
    expect(bare.map(([name]) => name)).toEqual([]);
  },
);

requirement(
  'raas.discovery.parameters',
  {
    level: 'must',
    text: 'Parameters of a discovered method stand in their order, each as its name, and its default where it has one.',
    ...client,
  },
  async ({ target }) => {
    const methods = methodsOf(await target.ret('api', 'discover'));
    const wrong = methods.filter(([, method]) => {
      const parameters = field(method, 'detailed', 'parameters') ?? [];
      return !(
        Array.isArray(parameters) &&
        parameters.every(
          (one: unknown) => Array.isArray(one) && typeof one[0] === 'string' && one.length <= 2,
        )
      );
    });
    expect(wrong.map(([name]) => name)).toEqual([]);
    const echo = methods.find(([name]) => name === 'test.echo')?.[1];
    expect(field(echo, 'detailed', 'parameters')).toEqual([['message']]);
  },
);

requirement(
  'raas.discovery.rpc-api-version',
  {
    level: 'must',
    text: 'The constants of api.discover hold rpc-api-version, and a call that names it in X-RaaS-RPC-Version is answered.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
  },
  async ({ target }) => {
    const version = field(await target.ret('api', 'discover'), 'constants', 'rpc-api-version');
    expect(['string', 'number']).toContain(typeof version);
    const reply = await target.caller.post(ECHO, [['X-RaaS-RPC-Version', String(version)]]);
    expect(reply.status).toBe(200);
    expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
  },
);

for (const [name, include, text] of [
  ['include-list', ['constants'], 'a list of sections'],
  ['include-object', { constants: ['permissions', 'command-states'] }, 'parts of a section'],
] as const)
  requirement(
    `raas.discovery.${name}`,
    {
      level: 'must',
      text: `api.discover takes ${text} to include, and tells of nothing else.`,
      source: { client: [CLIENTS.mcp] },
      confidence: 'client',
    },
    async ({ target }) => {
      const discovery = await target.ret('api', 'discover', { include });
      expect(keysOf(discovery)).toEqual(['constants']);
      const constants = keysOf(field(discovery, 'constants')).toSorted();
      if (name === 'include-object') expect(constants).toEqual(['command-states', 'permissions']);
      else expect(constants).toContain('command-states');
    },
  );

requirement(
  'raas.discovery.error-codes',
  {
    level: 'must',
    text: 'The errors of api.discover map codes, numbers written as keys, and 5000 is one of them.',
    source: { client: [CLIENTS.official] },
    confidence: 'client',
  },
  async ({ target }) => {
    const discovery = await target.ret('api', 'discover', { include: ['errors'] });
    const codes = keysOf(field(discovery, 'errors', 'errorcode'));
    expect(codes).toContain('5000');
    expect(codes.filter((code) => !/^\d+$/.test(code))).toEqual([]);
  },
);

requirement(
  'raas.discovery.command-states',
  {
    level: 'must',
    text: 'The constants of api.discover list the states of a command.',
    source: { client: [CLIENTS.mcp] },
    confidence: 'client',
  },
  async ({ target }) => {
    const states = field(await target.ret('api', 'discover'), 'constants', 'command-states');
    expect(states).toEqual(
      expect.arrayContaining([
        'new',
        'retrieved',
        'completed_missing_returns',
        'completed_all_successful',
        'completed_failures',
      ]),
    );
  },
);

requirement(
  'raas.discovery.versions',
  {
    level: 'must',
    text: 'api.get_versions tells of raas, of what it depends on and of its Python.',
    source: { documented: DOCUMENTS.reference, client: [CLIENTS.mcp, CLIENTS.samples] },
    confidence: 'documented',
  },
  async ({ target }) => {
    const versions = await target.ret('api', 'get_versions');
    expect(keysOf(versions)).toEqual(expect.arrayContaining(['raas', 'deps', 'python']));
    expect(field(versions, 'raas', 'raas')).toEqual(expect.any(String));
  },
);
