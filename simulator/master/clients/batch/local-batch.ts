import { integerOf } from '../../../python/int.ts';
import { str } from '../../../python/repr.ts';
import { dict, pick, type PyDict, type PyValue } from '../../../python/value.ts';
import { MICROSECONDS } from '../../clock.ts';
import { newJid } from '../../jid.ts';
import type { Master } from '../../master.ts';
import { publish, type Command } from '../../publish.ts';
import type { PublishedJob } from '../../published-job.ts';
import { commandOf, required } from '../command.ts';
import { fullEntry } from '../full-entry.ts';
import { gatherReturns, type Patience } from '../gather-returns.ts';
import { fireBatchEvent, type BatchFacts, type BatchMoment } from './batch-events.ts';
import { batchOptions, type BatchOptions } from './batch-options.ts';
import { batchSize } from './batch-size.ts';
import { BatchState, isFailure } from './batch-state.ts';

/**
 * `local_batch`: pings the targeted minions, runs the function on a few of those that answer at a
 * time, and gives what each returned as a dict of its own, an empty one for a minion that fell
 * silent (salt-core §3.6; seen on 3006.28, 3007.15 and 3008.3).
 *
 * Real Salt takes the minions in the order of a Python set, which differs from process to process;
 * here they come in the order in which they answered the ping.
 *
 * @throws SaltError
 */
export async function localBatch(master: Master, chunk: PyDict): Promise<readonly PyValue[]> {
  const tgt = required(chunk, 'tgt');
  const fun = required(chunk, 'fun');
  const options = batchOptions(chunk, master.config);
  const minions = await minionsUp(master, chunk, options);
  if (minions.length === 0) return [];
  const { failhard, wait, credentials } = options;
  const rules = {
    size: batchSize(options.batch, minions.length, master.profile.batch),
    failhard,
    wait,
  };
  // Without a place for anybody the real client library waits for ever.
  if (rules.size <= 0) return new Promise(() => undefined);
  const jid = newJid(master.clock);
  const command = commandOf(
    withOnly(
      chunk,
      ['arg', 'kwarg', 'ret'],
      dict({ tgt: minions as PyValue[], fun, tgt_type: 'list' }),
      credentials,
    ),
    master.resolveNodegroups,
  );
  const tgtType = str(chunk.get('tgt_type') ?? 'glob');
  const facts = { jid, tgt, tgtType, command, options };
  return new BatchRun(
    master,
    facts,
    command,
    new BatchState(minions, rules, master.clock.now()),
  ).run();
}

/** The minions that answer a ping. */
async function minionsUp(
  master: Master,
  chunk: PyDict,
  options: BatchOptions,
): Promise<readonly string[]> {
  const ping = withOnly(
    chunk,
    ['tgt', 'tgt_type'],
    dict({ fun: 'test.ping' }),
    options.credentials,
  );
  const job = publish(master, commandOf(ping, master.resolveNodegroups));
  if (job === undefined) return [];
  await gatherReturns(master, job, patienceOf(options, master));
  return [...job.returns.keys()];
}

function withOnly(chunk: PyDict, keys: readonly string[], ...more: readonly PyDict[]): PyDict {
  return new Map([pick(chunk, keys), ...more].flatMap((part) => [...part]));
}

function patienceOf(
  { timeout, gatherJobTimeout, credentials }: BatchOptions,
  { config }: Master,
): Patience {
  return {
    timeout: integerOf(timeout) ?? config.timeout,
    gatherJobTimeout: integerOf(gatherJobTimeout) ?? config.gather_job_timeout,
    credentials,
  };
}

/** The minions that were given the function together, and what has come of it. */
interface Part {
  readonly minions: readonly string[];
  readonly job: PublishedJob | undefined;
  /** The minions whose returns were taken. */
  readonly taken: Set<string>;
  /** Whether nobody waits for the others any longer. */
  isOver: boolean;
}

/** A batch at work. */
class BatchRun {
  readonly #master: Master;
  readonly #facts: BatchFacts;
  readonly #command: Command;
  readonly #state: BatchState;
  readonly #answers: PyValue[] = [];
  #parts: Part[] = [];
  #failure: { readonly error: unknown } | undefined;
  #wake: () => void = () => undefined;

  constructor(master: Master, facts: BatchFacts, command: Command, state: BatchState) {
    this.#master = master;
    this.#facts = facts;
    this.#command = command;
    this.#state = state;
  }

  async run(): Promise<readonly PyValue[]> {
    this.#fire('new');
    try {
      while (!this.#state.isOver) {
        if (!this.#step()) await this.#nextChange();
        if (this.#failure !== undefined) throw this.#failure.error;
      }
      return this.#answers;
    } finally {
      for (const { job } of this.#parts) job?.abandon();
      this.#fire(this.#state.isHalted ? 'halted' : 'complete');
    }
  }

  /** Takes in what has changed, and gives whether anything had. */
  #step(): boolean {
    const returns = new Map<string, PyDict>();
    for (const part of this.#parts)
      for (const [id, data] of takeReturns(part)) returns.set(id, data);
    const over = this.#parts.filter(({ isOver }) => isOver);
    const silent = over.flatMap(({ minions, taken }) => minions.filter((id) => !taken.has(id)));
    this.#parts = this.#parts.filter(({ isOver }) => !isOver);
    const entries = new Map([...returns].map(([id, data]) => [id, fullEntry(data)]));
    const next = this.#state.progress(entries, silent, this.#master.clock.now());
    const hasChanged = returns.size + silent.length + next.length > 0;
    if (hasChanged) this.#fire('progress');
    if (next.length > 0) this.#publishTo(next);
    this.#answer(returns, silent);
    return hasChanged;
  }

  #publishTo(minions: readonly string[]): void {
    const { profile } = this.#master;
    const jid = profile.batch.hasOneJid ? this.#facts.jid : '';
    const job = publish(this.#master, { ...this.#command, tgt: [...minions], jid });
    const part: Part = { minions, job, taken: new Set(), isOver: job === undefined };
    this.#parts.push(part);
    if (job === undefined) return;
    job.listen(() => this.#wake());
    gatherReturns(this.#master, job, patienceOf(this.#facts.options, this.#master))
      .catch((error: unknown) => (this.#failure ??= { error }))
      .finally(() => {
        part.isOver = true;
        this.#wake();
      });
  }

  #answer(returns: ReadonlyMap<string, PyDict>, silent: readonly string[]): void {
    const { isHalted } = this.#state;
    const showsFirst = this.#master.profile.batch.failhardShows === 'the first';
    for (const [id, data] of returns) {
      this.#answers.push(this.#shown(id, data));
      if (isHalted && (showsFirst || isFailure(data))) return;
    }
    for (const id of silent) this.#answers.push(new Map([[id, new Map()]]));
  }

  #shown(id: string, data: PyDict): PyDict {
    if (!this.#facts.options.raw) return new Map([[id, data.get('return') ?? null]]);
    const jid = str(data.get('jid') ?? null);
    return dict({ data, tag: `salt/job/${jid}/ret/${id}` });
  }

  /** Waits for a return, the end of a wait for some, or a place that becomes free. */
  async #nextChange(): Promise<void> {
    const { clock } = this.#master;
    const [free] = this.#state.waits.toSorted((a, b) => a - b);
    const timer =
      free === undefined ? undefined : clock.timer(Math.max(0, free - clock.now()) / MICROSECONDS);
    await new Promise<void>((resolve) => {
      this.#wake = resolve;
      void timer?.passed.then(resolve);
    });
    timer?.cancel();
  }

  #fire(moment: BatchMoment): void {
    fireBatchEvent(this.#master, moment, this.#facts, this.#state);
  }
}

function takeReturns({ job, taken }: Part): [string, PyDict][] {
  const fresh = [...(job?.returns ?? [])].filter(([id]) => !taken.has(id));
  for (const [id] of fresh) taken.add(id);
  return fresh;
}
