import type { Api } from '../report/result.ts';
import type { AnyApiSettings, SuiteOptions } from './run-options.ts';
import type { AnyTarget } from './target/any-target.ts';
import { RaasTarget } from './target/raas/raas-target.ts';
import { Target } from './target/target.ts';

/** The targets that one worker of a run tries requirements on, one for each API. */
export class WorkerTargets {
  readonly #suite: SuiteOptions;
  readonly #worker: number;
  readonly #name: string;
  readonly #targets = new Map<Api, AnyTarget>();
  #last: Api | undefined;

  /**
   * @param worker which of equal targets is its own
   * @param name tells its view of a target from those of other workers and runs
   */
  constructor(suite: SuiteOptions, worker: number, name: string) {
    this.#suite = suite;
    this.#worker = worker;
    this.#name = name;
  }

  /**
   * The target of an API. One that was away is logged in to anew: several APIs may stand in front of
   * one master, whose clock a requirement of another has moved.
   */
  of(api: Api): AnyTarget {
    const target = this.#targets.get(api) ?? this.#create(api);
    this.#targets.set(api, target);
    if (this.#last !== api) target.forgetSessions();
    this.#last = api;
    return target;
  }

  close(): void {
    for (const target of this.#targets.values()) target.close();
  }

  #create(api: Api): AnyTarget {
    const { apis, ...run } = this.#suite;
    const settings = apis.find((one) => one.api === api);
    if (settings === undefined) throw new Error(`The run was told of no target for ${api}.`);
    const url = this.#urlOf(settings);
    return settings.api === 'raas'
      ? new RaasTarget(url, { ...run, ...settings }, this.#name)
      : new Target(url, { ...run, ...settings }, this.#name);
  }

  #urlOf({ targets }: AnyApiSettings): string {
    return targets[this.#worker % targets.length] ?? '';
  }
}
