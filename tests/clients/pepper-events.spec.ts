import { expect } from '@playwright/test';
import type { PepperProgram } from './pepper-library.ts';
import { test } from './pepper-test.ts';

/* pepper.Pepper: req_stream('/events'), as a program sees it that reads lines. */

interface Event {
  readonly tag: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The next event that is meant; others may be about on a master that others use. */
async function nextEvent(
  events: PepperProgram,
  isMeant: (event: Event) => boolean,
): Promise<Event> {
  for (;;) {
    const [, data] = /^data: (.*)/.exec(await events.nextLine()) ?? [];
    const event = data === undefined ? undefined : (JSON.parse(data) as Event);
    if (event !== undefined && isMeant(event)) return event;
  }
}

test('the stream begins with how long to wait before coming again, then events as tag and data', async ({
  events,
  api,
}) => {
  expect(await events.nextLine()).toBe('retry: 400');
  await api.call('runner', ['event.send', ['pepper/line', {}]]);
  let line = await events.nextLine();
  while (line !== 'tag: pepper/line') line = await events.nextLine();
  expect(await events.nextLine()).toMatch(/^data: \{.*"tag": "pepper\/line".*\}$/);
  expect(await events.nextLine()).toBe('');
});

test('a job is seen as it is published and as its minion returns', async ({ events, api }) => {
  await events.nextLine();
  await api.call('local', ['web1', 'test.echo', ['seen']]);
  const published = await nextEvent(
    events,
    ({ tag, data }) => /^salt\/job\/\d+\/new$/.test(tag) && String(data['arg']) === 'seen',
  );
  const { jid, ...data } = published.data;
  expect(data).toMatchObject({ fun: 'test.echo', minions: ['web1'], user: 'saltdev' });
  const tag = `salt/job/${String(jid)}/ret/web1`;
  const returned = await nextEvent(events, (event) => event.tag === tag);
  expect(returned.data).toMatchObject({
    id: 'web1',
    return: 'seen',
    retcode: 0,
    success: true,
    cmd: '_return',
  });
});

for (const [client, fun] of [
  ['runner', 'test.metasyntactic'],
  ['wheel', 'key.list_all'],
] as const)
  test(`a ${client} is seen as it begins and as it returns`, async ({ events, api }) => {
    await events.nextLine();
    await api.call(client, [fun]);
    const isOurs = ({ data }: Event): boolean => data['fun'] === `${client}.${fun}`;
    const begun = await nextEvent(events, isOurs);
    expect(begun.tag).toMatch(/^salt\/(?:run|wheel)\/\d{20}\/new$/);
    const tag = begun.tag.replace(/new$/, 'ret');
    const returned = await nextEvent(events, (event) => event.tag === tag);
    expect(returned.data).toMatchObject({ success: true, user: 'saltdev' });
  });

test('what a runner sends is seen by all', async ({ events, api }) => {
  await events.nextLine();
  await api.call('runner', ['event.send', ['pepper/sent', { answer: 42 }]]);
  const { data } = await nextEvent(events, ({ tag }) => tag === 'pepper/sent');
  expect(data).toMatchObject({ answer: 42 });
});
