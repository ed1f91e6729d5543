import type { Clock } from '../../master/clock.ts';
import type { Random } from '../../master/random.ts';
import { RpcError } from '../rpc/rpc-error.ts';
import { newUuid } from '../uuid.ts';
import type { Benchmark, Check, UserFlag } from './check.ts';
import {
  SHIPPED_CONTENT,
  type WrittenBenchmark,
  type WrittenCheck,
  type WrittenContent,
} from './shipped-content.ts';

/** Content that came in. */
export interface Ingest {
  readonly uuid: string;
  /** In microseconds since the epoch. */
  readonly time: number;
  readonly benchmarks: number;
  readonly checks: number;
}

/** The benchmarks and checks that policies are made of. */
export class Content {
  /** By uuid. */
  readonly benchmarks = new Map<string, Benchmark>();
  /** By uuid. */
  readonly checks = new Map<string, Check>();
  /** What came in last; undefined where nothing custom has. */
  readonly last = new Map<UserFlag, Ingest>();
  readonly #random: Random;
  readonly #clock: Clock;

  constructor(random: Random, clock: Clock) {
    this.#random = random;
    this.#clock = clock;
    this.ingest(SHIPPED_CONTENT, 'S');
  }

  /**
   * Takes content in. What has the name of something that is there takes its place, under its uuid.
   *
   * @throws RpcError for a benchmark of checks that there are not
   */
  ingest(content: WrittenContent, user_flag: UserFlag): { benchmarks: string[]; checks: string[] } {
    const time = this.#clock.now();
    const known = new Set([...this.checks.values(), ...content.checks].map(({ name }) => name));
    for (const { name, checks } of content.benchmarks)
      for (const check of checks)
        if (!known.has(check))
          throw new RpcError('InvalidRequest', `The benchmark ${name} has no check ${check}.`, {
            blob: `has no check ${check}`,
          });
    const checks = content.checks.map((check) => this.#addCheck(check, user_flag, time));
    const benchmarks = content.benchmarks.map((one) => this.#addBenchmark(one, user_flag, time));
    this.last.set(user_flag, {
      uuid: newUuid(this.#random.named(`content ${user_flag} ${time}`)),
      time,
      benchmarks: benchmarks.length,
      checks: checks.length,
    });
    return { benchmarks, checks };
  }

  /** @throws RpcError where there is no benchmark of the uuid */
  benchmark(uuid: string, parameter = 'benchmark_uuid'): Benchmark {
    return expectKnown(this.benchmarks, uuid, 'benchmark', parameter);
  }

  /** @throws RpcError where there is no check of the uuid */
  check(uuid: string, parameter = 'check_uuid'): Check {
    return expectKnown(this.checks, uuid, 'check', parameter);
  }

  /** The benchmarks that a check belongs to. */
  benchmarksOf(check: Check): Benchmark[] {
    return [...this.benchmarks.values()].filter(({ checks }) => checks.includes(check.uuid));
  }

  #addCheck(written: WrittenCheck, user_flag: UserFlag, last_update: number): string {
    const of = (what: string): string =>
      newUuid(this.#random.named(`check ${written.name} ${what}`));
    const uuid = uuidOf(this.checks, written, user_flag) ?? of('');
    this.checks.set(uuid, {
      ...written,
      uuid,
      variables: written.variables.map((one) => ({ ...one, uuid: of(one.name) })),
      state_fs_uuid: of('sls'),
      mini_meta_fs_uuid: of('meta'),
      user_flag,
      last_update,
    });
    return uuid;
  }

  #addBenchmark(written: WrittenBenchmark, user_flag: UserFlag, last_update: number): string {
    const uuid =
      uuidOf(this.benchmarks, written, user_flag) ??
      newUuid(this.#random.named(`benchmark ${written.name}`));
    const checks = [...this.checks.values()]
      .filter(({ name }) => written.checks.includes(name))
      .map((check) => check.uuid);
    this.benchmarks.set(uuid, { ...written, uuid, checks, user_flag, last_update });
    return uuid;
  }
}

/** @throws RpcError where custom content has the name of what was shipped */
function uuidOf(
  stored: ReadonlyMap<string, Benchmark | Check>,
  { name }: { readonly name: string },
  user_flag: UserFlag,
): string | undefined {
  const known = [...stored.values()].find((one) => one.name === name);
  if (known === undefined || known.user_flag === user_flag) return known?.uuid;
  throw new RpcError('AlreadyExists', `There is content of the name ${name} already.`, {
    blob: `has ${name}, which is not custom`,
  });
}

function expectKnown<Known>(
  stored: ReadonlyMap<string, Known>,
  uuid: string,
  what: string,
  parameter: string,
): Known {
  const known = stored.get(uuid);
  if (known !== undefined) return known;
  throw new RpcError('NotFound', `There is no ${what} ${uuid}.`, { [parameter]: uuid });
}
