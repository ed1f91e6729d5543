import { expect } from '@playwright/test';
import { printed } from './pepper-command.ts';
import { test } from './pepper-test.ts';

/* The command `pepper`, with a .pepperrc that names the master: what it prints. */

const JID = expect.stringMatching(/^\d{20}$/) as unknown;

/** What is printed of each minion. */
const returned = (ret: unknown): object => ({ jid: JID, ret, retcode: 0 });

test('it prints JSON for the eye, with job and retcode of each minion', async ({ pepper }) => {
  const { code, stdout, stderr } = await pepper(['web1', 'test.ping']);
  expect(stderr).toBe('');
  expect(stdout.replace(/\d{20}/, 'JID')).toBe(`{
    "return": [
        {
            "web1": {
                "jid": "JID",
                "ret": true,
                "retcode": 0
            }
        }
    ]
}
`);
  expect(code).toBe(0);
});

/** Its options for targets, with a target and whom it finds. */
const TARGETS: Readonly<Record<string, readonly [target: string, ids: string[]]>> = {
  '-E': ['web[2-9]|db.', ['db1', 'web2']],
  '-L': ['db1,web1', ['db1', 'web1']],
  '-G': ['site:rack:4', ['db1']],
  '--grain-pcre': ['env:pro.', ['web1']],
  '-I': ['port:8081', ['web2']],
  '--pillar-pcre': ['port:80.1', ['web2']],
  '-C': ['G@role:web and not web1 and not old1', ['web2']],
  '-N': ['front', ['web1']],
};

for (const [option, [target, ids]] of Object.entries(TARGETS))
  test(`${option} finds the minions that it means`, async ({ pepper }) => {
    const answer = printed(await pepper([option, target, 'test.ping']));
    const found = Object.fromEntries(ids.map((id) => [id, returned(true)]));
    expect(answer).toEqual({ return: [found] });
  });

test('arguments are texts to Salt, and only those with a name are read as YAML', async ({
  pepper,
}) => {
  const answer = printed(await pepper(['web1', 'test.arg', '3', '[a, b]', 'named=[a, 3]']));
  const kwargs = expect.objectContaining({ named: ['a', 3] }) as unknown;
  const arg = { args: ['3', '[a, b]'], kwargs };
  expect(answer).toEqual({ return: [{ web1: returned(arg) }] });
});

test('--client=local_async gives the job, and --client=runner what came of it', async ({
  pepper,
}) => {
  const started = printed(await pepper(['--client=local_async', 'web*', 'test.echo', 'later']));
  const [job] = (started as { return: { jid: string; minions: string[] }[] }).return;
  expect(job).toEqual({ jid: JID, minions: ['web1', 'web2'] });
  const lookUp = async (): Promise<unknown> =>
    printed(await pepper(['--client=runner', 'jobs.lookup_jid', `jid=${job?.jid}`]));
  await expect.poll(lookUp).toMatchObject({
    return: [{ data: { return: { web1: 'later', web2: 'later' } } }],
  });
});

test('--batch gives an object for each minion', async ({ pepper }) => {
  const answer = printed(await pepper(['--batch=1', 'web*', 'test.ping']));
  const { return: returns } = answer as { return: object[] };
  expect(returns).toHaveLength(2);
  const all = Object.assign({}, ...returns) as object;
  expect(all).toEqual({ web1: true, web2: true });
});

test('--client=runner reads what has a name as JSON', async ({ pepper }) => {
  const answer = printed(await pepper(['--client=runner', 'test.arg', 'a', 'n=[1]', 't=text']));
  expect(answer).toMatchObject({
    return: [{ data: { return: { args: ['a'], kwargs: { n: [1], t: 'text' } }, success: true } }],
  });
});

test('--client=wheel lists keys', async ({ pepper }) => {
  const answer = printed(await pepper(['--client=wheel', 'key.list', 'match=all']));
  expect(answer).toMatchObject({
    return: [{ data: { success: true, return: { minions: ['db1', 'old1', 'web1', 'web2'] } } }],
  });
});

test('--client=runner_async gives a tag to wait for', async ({ pepper }) => {
  const answer = printed(await pepper(['--client=runner_async', 'test.arg', 'a']));
  expect(answer).toEqual({
    return: [{ jid: JID, tag: expect.stringMatching(/^salt\/run\/\d{20}$/) as unknown }],
  });
});

test('--json takes whole chunks', async ({ pepper }) => {
  const chunks = ['first', 'second'].map((text) => ({
    client: 'local',
    tgt: 'web1',
    fun: 'test.echo',
    kwarg: { text },
  }));
  expect(printed(await pepper(['--json', JSON.stringify(chunks)]))).toEqual({
    return: [{ web1: returned('first') }, { web1: returned('second') }],
  });
});
