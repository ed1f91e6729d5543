import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import { ECHO } from './echo-call.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';

const documented = {
  source: { documented: DOCUMENTS.cloud, client: [CLIENTS.official, CLIENTS.samples] },
  confidence: 'documented',
} as const;

const client = { source: { client: [CLIENTS.official] }, confidence: 'client' } as const;

requirement(
  'raas.envelope.four-keys',
  {
    level: 'must',
    text: 'A call is answered by an object of exactly riq, ret, error and warnings.',
    ...documented,
  },
  async ({ target }) => {
    const reply = await target.caller.post({ riq: 7, ...ECHO });
    expect(reply.status).toBe(200);
    const envelope = target.shape(reply, 'rpc-envelope');
    expect(Object.keys(envelope).toSorted()).toEqual(['error', 'ret', 'riq', 'warnings']);
  },
);

requirement(
  'raas.envelope.riq-echoed',
  { level: 'must', text: 'The riq of a call comes back in its answer.', ...documented },
  async ({ target }) => {
    for (const riq of [0, 7, 140_398_180_249_784]) {
      const reply = await target.caller.post({ riq, ...ECHO });
      expect(target.shape(reply, 'rpc-envelope').riq).toBe(riq);
    }
  },
);

requirement(
  'raas.envelope.riq-made-up',
  {
    level: 'must',
    text: 'A call without a riq is given one that is an integer.',
    source: { documented: DOCUMENTS.api, client: [CLIENTS.samples] },
    confidence: 'documented',
  },
  async ({ target }) => {
    const { riq } = target.shape(await target.caller.post(ECHO), 'rpc-envelope');
    expect(Number.isInteger(riq)).toBe(true);
  },
);

requirement(
  'raas.envelope.success',
  {
    level: 'must',
    text: 'Where a call succeeds, error is null and warnings an empty list, unless the method warns.',
    ...documented,
  },
  async ({ target }) => {
    expect(await target.rpc('test', 'echo', { message: 'hello' })).toMatchObject({
      ret: 'hello',
      error: null,
      warnings: [],
    });
  },
);

requirement(
  'raas.envelope.error',
  {
    level: 'must',
    text: 'Where a call fails, HTTP says 200 all the same, and error has an integer code and a message.',
    ...client,
  },
  async ({ target }) => {
    const reply = await target.caller.post({ riq: 1, resource: 'test', method: 'error' });
    expect(reply.status).toBe(200);
    const { error } = target.shape(reply, 'rpc-envelope');
    expect(error).toEqual(
      expect.objectContaining({ code: expect.any(Number), message: expect.any(String) }),
    );
    expect(error?.message).not.toBe('');
  },
);

requirement(
  'raas.envelope.error-ret',
  {
    level: 'should',
    text: 'Where a call fails, ret is null.',
    source: { inferred: 'clients read error first, and no sample of a failure has a ret' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    expect((await target.rpc('test', 'error')).ret).toBe(null);
  },
);

requirement(
  'raas.envelope.internal-error',
  {
    level: 'must',
    text: 'The code of an internal error of the server is 5000.',
    ...client,
  },
  async ({ target }) => {
    expect((await target.rpc('test', 'error')).error?.code).toBe(5000);
  },
);

requirement(
  'raas.envelope.form-content-type',
  {
    level: 'must',
    text: 'The JSON of a call is read whatever its Content-Type says: clients and curl send it as application/x-www-form-urlencoded.',
    source: {
      documented: DOCUMENTS.api,
      client: [CLIENTS.official, CLIENTS.powercli, CLIENTS.powershell, CLIENTS.samples],
    },
    confidence: 'documented',
  },
  async ({ target }) => {
    const types = ['application/x-www-form-urlencoded', 'text/plain', 'application/json'];
    for (const type of types) {
      const reply = await target.caller.post(JSON.stringify(ECHO), [['Content-Type', type]]);
      expect([type, reply.status]).toEqual([type, 200]);
      expect(target.shape(reply, 'rpc-envelope').ret).toBe('hello');
    }
  },
);

requirement(
  'raas.envelope.is-json',
  {
    level: 'must',
    text: 'The answer to a call says that it is JSON.',
    ...client,
  },
  async ({ target }) => {
    const reply = await target.caller.post(ECHO);
    expect(reply.header('Content-Type')).toMatch(/^application\/json\b/i);
  },
);

requirement(
  'raas.envelope.malformed',
  {
    level: 'should',
    text: 'A body that is no JSON is refused with a status from 400 to 499: it is no fault of the server.',
    source: { inferred: 'what HTTP means by these statuses; what RaaS does nobody says' },
    confidence: 'inferred',
  },
  async ({ target }) => {
    for (const body of ['{', '', 'hello', '{"resource": "test",}']) {
      const reply = await target.caller.post(body, [['Content-Type', 'application/json']]);
      expect([body, Math.floor(reply.status / 100)]).toEqual([body, 4]);
    }
  },
);
