import { Agent } from 'node:https';
import type { Salt } from 'salt-api';

/** The part of an EventSource that a listener needs; the package ships no types of its own for it. */
export interface EventSource {
  addEventListener(type: 'open', listener: () => void): void;
  addEventListener(type: 'message', listener: (event: { readonly data: string }) => void): void;
  addEventListener(type: 'error', listener: (event: { readonly status?: number }) => void): void;
  close(): void;
}

/** What `salt.eventSource()` gives. */
export async function eventSourceOf(salt: Salt): Promise<EventSource> {
  const source: unknown = await salt.eventSource();
  return source as EventSource;
}

/** Lets the client trust who signed this, in the only way it has: the agent of its axios. */
export function trust(salt: Salt, ca: Buffer): void {
  const { defaults } = salt.axios as unknown as { defaults: { httpsAgent?: Agent } };
  defaults.httpsAgent = new Agent({ ca });
}
