import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { EventStream } from '../target/event-stream.ts';
import type { Target } from '../target/target.ts';
import { firedInto } from './fired.ts';
import { tokenHeader } from './sign-in.ts';

/** A stream that is open and has brought an event, and whose token has expired since. */
async function expiredStream(target: Target): Promise<EventStream> {
  const [{ token, start, expire }] = target.shape(await target.login(), 'tornado-login').return;
  const stream = await target.listen([tokenHeader(token)]);
  await firedInto(target, stream);
  await target.passes(Math.round(expire - start) + 1);
  return stream;
}

requirement(
  'tornado.events-stream.expired',
  {
    level: 'should',
    text: 'The stream of a token that has expired ends behind the next event.',
    source: { observed: ['3006.28'] },
    until: '3006',
    needs: ['own login'],
  },
  async ({ target }) => {
    const stream = await expiredStream(target);
    await target.post('/hook', {}, [await target.auth()]);
    expect(await stream.until(({ hasEnded }) => hasEnded)).toBe(true);
  },
);

requirement(
  'tornado.events-stream.expired-silent',
  {
    level: 'should',
    text: 'The stream of a token that has expired brings one more event, and then nothing, and stays open.',
    source: { observed: ['3007.15', '3008.3'] },
    since: '3007',
    needs: ['own login'],
  },
  async ({ target }) => {
    const stream = await expiredStream(target);
    await target.post('/hook/one', {}, [await target.auth()]);
    const other = await target.listen([await target.auth()]);
    const { tag } = await firedInto(target, other);
    expect(stream.text).not.toContain(tag);
    expect(stream.hasEnded).toBe(false);
  },
);
