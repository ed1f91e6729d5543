import type { RequestHandler } from 'express';
import type { RequirementResult } from '../../report/result.ts';
import { DEFAULT_LINE } from '../../simulator/master/versions/versions.ts';
import type { Netapi } from '../../simulator/netapis.ts';
import type { DeclaredRequirement } from '../../specs/declared-requirement.ts';
import { tryDeclared } from '../../specs/try-requirement.ts';
import { rigOf, type Rig } from './rig.ts';
import type { Breakage } from './variant.ts';

const passOn: RequestHandler = (_req, _res, next) => next();

/** What stands between clients and the simulator at the moment. */
type Between = Pick<Breakage, 'between' | 'garble'>;

/** A simulator that the suite gets to know while it is whole, and that can be broken from then on. */
export class BrokenSimulator {
  readonly #rig: Rig;
  readonly #now: { between: Between };

  private constructor(rig: Rig, now: { between: Between }) {
    this.#rig = rig;
    this.#now = now;
  }

  /** Starts a whole one. */
  static async start(api: Netapi = 'cherrypy', salt = DEFAULT_LINE): Promise<BrokenSimulator> {
    const now: { between: Between } = { between: {} };
    const rig = await rigOf(api, salt, {
      handler: (req, res, next) => void (now.between.between ?? passOn)(req, res, next),
      carry: (bytes) => now.between.garble?.(bytes) ?? bytes,
    });
    return new BrokenSimulator(rig, now);
  }

  /** Breaks it, in place of what was between before. What parts were spoilt stays so. */
  async break({ spoil, spoilRaas, ...between }: Breakage): Promise<void> {
    await this.#openSessions();
    const { parts } = this.#rig;
    spoil?.(parts);
    if (parts.raas !== undefined) spoilRaas?.(parts.raas);
    this.#now.between = between;
  }

  async try(declared: DeclaredRequirement): Promise<RequirementResult> {
    await this.#openSessions();
    return (await tryDeclared(declared, this.#rig.target)).result;
  }

  async #openSessions(): Promise<void> {
    const { between } = this.#now;
    this.#now.between = {};
    await this.#rig.openSessions();
    this.#now.between = between;
  }

  close(): Promise<void> {
    return this.#rig.close();
  }
}
