import { repr, str } from '../../../python/repr.ts';
import { dict, type PyDict, type PyValue } from '../../../python/value.ts';
import { callMasterFunction } from '../../clients/call-master-function.ts';
import { gatherReturns } from '../../clients/gather-returns.ts';
import type { MasterFunctions } from '../../clients/master-function.ts';
import { newJid } from '../../jid.ts';
import type { Master } from '../../master.ts';
import { MinionError } from '../../modules/minion-error.ts';
import { publishAsMaster } from '../../publish.ts';
import { wheelsOf } from '../../wheel/wheels.ts';
import { withKwargs } from '../../with-kwargs.ts';

/** A call of an orchestration's to minions. */
export interface OrchestratedCall {
  readonly tgt: PyValue;
  readonly tgtType: string;
  readonly fun: string;
  readonly arg: readonly PyValue[];
  readonly kwarg: PyDict;
  /** Seconds; as the master's configuration says where it is absent. */
  readonly timeout: number | undefined;
  /** Whether a minion that does not return is told of. */
  readonly expectMinions: boolean;
}

/** What the states of an orchestration do with the master that runs them. */
export class Orchestration {
  readonly #master: Master;
  /** The orchestration's own jid, under which its events tell of what it calls; not all have one. */
  readonly #jid: string | undefined;
  readonly #runners: MasterFunctions;

  constructor(master: Master, runners: MasterFunctions, jid?: string) {
    this.#master = master;
    this.#runners = runners;
    this.#jid = jid;
  }

  /** Microseconds since the epoch. */
  now(): number {
    return this.#master.clock.now();
  }

  /** What a minion returned to a call, by id: `ret`, `retcode`, `jid` and `out`. */
  async call(call: OrchestratedCall, told: PyDict): Promise<PyDict> {
    const { config } = this.#master;
    this.#tell(told);
    const job = publishAsMaster(this.#master, {
      tgt: call.tgt,
      fun: call.fun,
      arg: withKwargs(call.arg, call.kwarg),
      tgt_type: call.tgtType,
    });
    if (job === undefined) return new Map();
    await gatherReturns(this.#master, job, {
      timeout: call.timeout ?? config.timeout,
      gatherJobTimeout: config.gather_job_timeout,
    });
    const returned: PyDict = new Map();
    for (const [id, data] of job.returns) {
      const out = data.get('out');
      const entry = { ret: data.get('return') ?? null, retcode: data.get('retcode') ?? 0 };
      returned.set(id, dict({ ...entry, jid: job.jid, ...(out !== undefined && { out }) }));
    }
    if (call.expectMinions) for (const id of job.silent()) returned.set(id, dict({ failed: true }));
    return returned;
  }

  /**
   * Runs a runner function: the data of its `ret` event.
   *
   * @throws MinionError KeyError where there is none of that name
   */
  runner(name: string, kwargs: PyDict): Promise<PyDict> {
    const given = new Map(kwargs).set('__pub_user', this.#master.config.user);
    if (this.#jid !== undefined && ['state.orchestrate', 'state.orch', 'state.sls'].includes(name))
      given.set('orchestration_jid', this.#jid);
    this.#tell(dict({ type: 'runner', name, args: [], kwargs: given }));
    return this.#run('runner', this.#runners, name, given);
  }

  /**
   * Runs a wheel function: the data of its `ret` event.
   *
   * @throws MinionError KeyError where there is none of that name
   */
  wheel(name: string, kwargs: PyDict): Promise<PyDict> {
    this.#tell(dict({ type: 'wheel', name, args: kwargs }));
    return this.#run('wheel', wheelsOf(this.#master), name, kwargs);
  }

  /** Waits for events, for so many seconds at most; tells whether the listener had heard enough. */
  async listen(
    seconds: number,
    isEnough: (tag: string, data: PyDict) => boolean,
  ): Promise<boolean> {
    const timer = this.#master.clock.timer(seconds);
    const heard = await new Promise<boolean>((resolve) => {
      const stop = this.#master.events.listen(({ tag, data }) => {
        if (!isEnough(tag, data)) return;
        stop();
        resolve(true);
      });
      void timer.passed.then(() => {
        stop();
        resolve(false);
      });
    });
    timer.cancel();
    return heard;
  }

  async #run(
    kind: 'runner' | 'wheel',
    functions: MasterFunctions,
    fun: string,
    kwargs: PyDict,
  ): Promise<PyDict> {
    if (!functions.has(fun)) throw new MinionError('Exception', repr(fun), 'KeyError');
    const jid = newJid(this.#master.clock);
    const prefix = kind === 'runner' ? 'run' : 'wheel';
    return callMasterFunction(this.#master, functions, {
      kind,
      fun,
      jid,
      tag: `salt/${prefix}/${jid}`,
      user: kind === 'runner' ? this.#master.config.user : 'UNKNOWN',
      stored: true,
      raisesEarlyFailure: false,
      arguments: ({ signature }) => {
        const known = [...kwargs].filter(
          ([name]) =>
            signature.kwargs ||
            signature.parameters.some((parameter) => parameter.name === str(name)),
        );
        return { args: [], kwargs: new Map(known) };
      },
    });
  }

  #tell(told: PyDict): void {
    if (this.#jid !== undefined) this.#master.events.fire(`salt/run/${this.#jid}/args`, told);
  }
}
