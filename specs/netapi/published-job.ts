import { expect } from '@playwright/test';
import type { Target } from '../target/target.ts';
import { eventually } from '../target/eventually.ts';
import { field } from '../target/return-of.ts';

/** A job that has been published and has returned. */
export interface PublishedJob {
  readonly jid: string;
  /** A text of its own: its only argument, and what its minion returned. */
  readonly text: string;
}

/** Publishes test.echo of a unique text to the target's minion, and waits until its return is in the job cache. */
export async function publish(target: Target): Promise<PublishedJob> {
  const text = target.unique('echo');
  const { minion, authed } = target;
  const started = await authed.run({
    client: 'local_async',
    tgt: minion,
    fun: 'test.echo',
    arg: [text],
  });
  const jid = field(started, 'jid');
  expect(jid, 'the jid that local_async answers').toMatch(/^\d{20}$/);
  const lookUp = (): Promise<unknown> => authed.runner('jobs.lookup_jid', { jid });
  const returned = await eventually(lookUp, (returns) => field(returns, minion) !== undefined);
  expect(field(returned, minion), 'the return of test.echo in the job cache').toBe(text);
  return { jid: String(jid), text };
}
