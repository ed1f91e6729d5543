import type { RequestHandler } from 'express';
import type { RequirementResult } from '../../report/result.ts';
import { assemble, type Parts } from '../../simulator/assemble.ts';
import { listen } from '../../simulator/listen.ts';
import { DEFAULT_LINE } from '../../simulator/master/versions/versions.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { Target } from '../../specs/target/target.ts';
import { tryDeclared } from '../../specs/try-requirement.ts';
import { plainOptions } from '../suite/run-options.ts';
import type { Breakage } from './variant.ts';
import { layWire } from './wire.ts';

const passOn: RequestHandler = (_req, _res, next) => next();

/** What stands between clients and the simulator at the moment. */
type Between = Pick<Breakage, 'between' | 'garble'>;

/** A simulator that the suite gets to know while it is whole, and that can be broken from then on. */
export class BrokenSimulator {
  readonly #parts: Parts;
  readonly #target: Target;
  readonly #now: { between: Between };
  readonly #close: () => Promise<void>;

  private constructor(
    parts: Parts,
    target: Target,
    now: { between: Between },
    close: () => Promise<void>,
  ) {
    this.#parts = parts;
    this.#target = target;
    this.#now = now;
    this.#close = close;
  }

  /** Starts a whole one. */
  static async start(salt = DEFAULT_LINE): Promise<BrokenSimulator> {
    const parts = assemble({ salt });
    const now: { between: Between } = { between: {} };
    const handler: RequestHandler = (req, res, next) =>
      void (now.between.between ?? passOn)(req, res, next);
    const server = await listen(parts, {}, [handler]);
    const wire = await layWire(
      Number(new URL(server.url).port),
      (bytes) => now.between.garble?.(bytes) ?? bytes,
    );
    const target = new Target(wire.url, { ...EMBEDDED, salt });
    const close = async (): Promise<void> => {
      target.close();
      wire.close();
      await server.close();
    };
    const problem = await target.explore();
    if (problem === undefined) return new BrokenSimulator(parts, target, now, close);
    await close();
    throw new Error(problem.cause);
  }

  /** Breaks it, in place of what was between before. What parts were spoilt stays so. */
  async break({ spoil, ...between }: Breakage): Promise<void> {
    await this.#openSessions();
    spoil?.(this.#parts);
    this.#now.between = between;
  }

  async try(declared: DeclaredRequirement): Promise<RequirementResult> {
    await this.#openSessions();
    return (await tryDeclared(declared, this.#target)).result;
  }

  /** Sees to it that requirements find sessions: to open one is no part of most of them. */
  async #openSessions(): Promise<void> {
    const { between } = this.#now;
    this.#now.between = {};
    await this.#target.auth();
    await this.#target.limited.auth();
    this.#now.between = between;
  }

  close(): Promise<void> {
    return this.#close();
  }
}

/** The options of `check` for its embedded simulator. */
const EMBEDDED = plainOptions({
  kind: 'embedded simulator',
  credentials: { username: 'saltdev', password: 'saltdev', eauth: 'pam' },
  limited: { username: 'limited', password: 'limited', eauth: 'pam' },
  allow: ['writes'],
  // What this simulator fires, it fires at once; most of what is waited for longer was broken away.
  eventTimeout: 2000,
});
