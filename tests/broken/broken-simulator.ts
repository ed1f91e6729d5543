import type { RequestHandler } from 'express';
import type { RequirementResult } from '../../report/result.ts';
import { assemble, listen, type Parts } from '../../simulator/simulator.ts';
import { DEFAULT_LINE } from '../../simulator/master/versions/versions.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { Target } from '../../specs/target/target.ts';
import { tryRequirement } from '../../specs/try-requirement.ts';
import { plainOptions } from '../suite/run-options.ts';
import type { Breakage } from './variant.ts';

/** A simulator that the suite gets to know while it is whole, and that can be broken from then on. */
export class BrokenSimulator {
  readonly #parts: Parts;
  readonly #target: Target;
  readonly #close: () => Promise<void>;
  readonly #breakage: Pick<Breakage, 'between'>;

  private constructor(
    parts: Parts,
    target: Target,
    close: () => Promise<void>,
    breakage: Pick<Breakage, 'between'>,
  ) {
    this.#parts = parts;
    this.#target = target;
    this.#close = close;
    this.#breakage = breakage;
  }

  /** Starts a whole one. */
  static async start(salt = DEFAULT_LINE): Promise<BrokenSimulator> {
    const parts = assemble({ salt });
    const breakage: Pick<Breakage, 'between'> = {};
    const whenBroken: RequestHandler = (req, res, next) =>
      void (breakage.between === undefined ? next() : breakage.between(req, res, next));
    const server = await listen(parts, {}, [whenBroken]);
    const target = new Target(server.url, { ...EMBEDDED, salt });
    const problem = await target.explore();
    if (problem !== undefined) throw new Error(problem.cause);
    return new BrokenSimulator(parts, target, () => server.close(), breakage);
  }

  /** Breaks it, in place of what was between before. What parts were spoilt stays so. */
  async break({ spoil, between }: Breakage): Promise<void> {
    await this.#openSessions();
    spoil?.(this.#parts);
    if (between === undefined) delete this.#breakage.between;
    else this.#breakage.between = between;
  }

  async try({ declaration, body }: DeclaredRequirement): Promise<RequirementResult> {
    const target = this.#target;
    await this.#openSessions();
    return (await tryRequirement(declaration, target, () => body({ target }))).result;
  }

  /** Sees to it that requirements find sessions: to open one is no part of most of them. */
  async #openSessions(): Promise<void> {
    const { between } = this.#breakage;
    delete this.#breakage.between;
    await this.#target.auth();
    await this.#target.limited.auth();
    if (between !== undefined) this.#breakage.between = between;
  }

  async close(): Promise<void> {
    this.#target.close();
    await this.#close();
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
