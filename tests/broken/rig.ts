import type { RequestHandler } from 'express';
import { assembleRaas } from '../../simulator/assemble-raas.ts';
import { assemble, type Parts } from '../../simulator/assemble.ts';
import { listen } from '../../simulator/listen.ts';
import type { Netapi } from '../../simulator/netapis.ts';
import type { SaltApi } from '../../specs/run-options.ts';
import type { AnyTarget } from '../../specs/target/any-target.ts';
import { RaasTarget } from '../../specs/target/raas/raas-target.ts';
import { Target } from '../../specs/target/target.ts';
import { plainOptions, plainRaasOptions } from '../suite/run-options.ts';
import { layWire } from './wire.ts';

/** A simulator with one API in front, and the suite's view of it. */
export interface Rig {
  readonly parts: Parts;
  readonly target: AnyTarget;
  /** Sees to it that requirements find sessions: to open one is no part of most of them. */
  openSessions(): Promise<void>;
  close(): Promise<void>;
}

/** What stands between the two. */
export interface Between {
  readonly handler: RequestHandler;
  /** What becomes of the bytes of replies, in the pieces in which they come. */
  readonly carry: (bytes: Buffer) => Buffer;
}

/** Starts a simulator of this Salt line, and gets to know it. */
export async function rigOf(api: Netapi, salt: string, between: Between): Promise<Rig> {
  const options = { salt, netapi: [api] };
  const assembled = assemble(options);
  const parts = api === 'raas' ? { ...assembled, raas: assembleRaas(assembled, {}) } : assembled;
  const server = await listen(parts, options, [between.handler]);
  const wire = await layWire(Number(new URL(server.url).port), between.carry);
  const { target, openSessions } = VIEWS[api](wire.url, salt);
  const close = async (): Promise<void> => {
    target.close();
    wire.close();
    await server.close();
  };
  const problem = await target.explore();
  if (problem === undefined) return { parts, target, openSessions, close };
  await close();
  throw new Error(problem.cause);
}

/** Options of `check` for its embedded simulator. */
const EMBEDDED = { kind: 'embedded simulator', allow: ['writes'] } as const;

type View = Pick<Rig, 'target' | 'openSessions'>;

const VIEWS: Readonly<Record<Netapi, (url: string, salt: string) => View>> = {
  cherrypy: (url, salt) => viewOfModule('cherrypy', url, salt),
  tornado: (url, salt) => viewOfModule('tornado', url, salt),
  // There are no sessions to be opened.
  wsgi: (url, salt) => ({
    ...viewOfModule('wsgi', url, salt),
    openSessions: () => Promise.resolve(),
  }),
  raas(url, salt) {
    const options = plainRaasOptions({
      ...EMBEDDED,
      salt,
      credentials: { username: 'root', password: 'salt', config_name: 'internal' },
      limited: { username: 'limited', password: 'limited', config_name: 'internal' },
    });
    const target = new RaasTarget(url, options);
    const echo = ['test', 'echo', { message: 'here' }] as const;
    return {
      target,
      async openSessions() {
        await target.ret(...echo);
        await target.as('limited').ret(...echo);
      },
    };
  },
};

/** The view of a module of salt-api. */
function viewOfModule(api: SaltApi, url: string, salt: string): View {
  const options = plainOptions({
    ...EMBEDDED,
    api,
    salt,
    credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
    limited: { username: 'limited', password: 'limited', eauth: 'pam' },
    // What this simulator fires, it fires at once; most of what is waited for longer was broken away.
    eventTimeout: 2000,
  });
  const target = new Target(url, options);
  return {
    target,
    async openSessions() {
      await target.auth();
      await target.limited.auth();
    },
  };
}
