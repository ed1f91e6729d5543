import type {
  RecordedStep,
  RecordedStream,
  Recording,
  RecordingFile,
} from '../../../specs/recording.ts';
import type { Lives } from '../../salt/lives.ts';
import type { NetapiSetting } from '../../salt/netapi-settings.ts';
import { bytesOf } from '../observed-body.ts';
import { givenLogIns, type LogIns } from './log-ins.ts';
import { Normaliser } from './normaliser.ts';
import { observeExchange, observeRaw, observeStream } from './observe-step.ts';
import type { Observed, ObservedRequest, ObservedStep, ObservedStream } from '../observed.ts';
import { collapsePolls } from './polls.ts';

/** What the recordings of a run have in common. */
export type RecordedRun = Pick<RecordingFile, 'target' | 'runId'> & {
  readonly lives: Lives;
  readonly netapi?: NetapiSetting;
};

/** Normalises the recording of one requirement, with the log-ins of others that it uses. */
export function observe(
  { requirement, steps }: Recording,
  run: RecordedRun,
  logIns: LogIns,
): Observed {
  const normaliser = new Normaliser({ ...run, began: steps[0]?.at ?? 0 });
  const logInsBefore = givenLogIns(steps, logIns);
  const given = logInsBefore.map((logIn): ObservedRequest => {
    const { kind: _, reply: __, ...request } = observeExchange(logIn, normaliser);
    return request;
  });
  const observed = new Observation(
    steps.filter((step) => !logInsBefore.some((logIn) => logIn === step)),
    normaliser,
  ).steps();
  const { lives, netapi } = run;
  const master = { lives, ...(netapi !== undefined && { netapi }) };
  return { id: requirement, ...master, given, steps: collapsePolls(observed) };
}

interface OpenStream {
  readonly index: number;
  readonly recorded: RecordedStream;
  readonly close: ReturnType<typeof observeStream>;
}

/** The steps of one recording in the order in which they began; streams are finished as they end. */
class Observation {
  readonly #recorded: readonly RecordedStep[];
  readonly #normaliser: Normaliser;
  readonly #observed: (ObservedStep | undefined)[] = [];
  #open: OpenStream[] = [];

  constructor(recorded: readonly RecordedStep[], normaliser: Normaliser) {
    this.#recorded = recorded;
    this.#normaliser = normaliser;
  }

  steps(): ObservedStep[] {
    for (const [index, step] of this.#recorded.entries()) {
      this.#closeUntil(step.at, index);
      this.#observed[index] = this.#begin(step, index);
    }
    this.#closeUntil(Infinity, this.#recorded.length);
    return this.#observed.filter((step) => step !== undefined);
  }

  #begin(step: RecordedStep, index: number): ObservedStep | undefined {
    if (step.kind === 'passes') return { kind: 'passes', seconds: step.seconds };
    if (step.kind === 'raw') return observeRaw(step, this.#normaliser);
    if (step.kind === 'exchange') {
      this.#learnFromStreams(JSON.stringify(step.request));
      return observeExchange(step, this.#normaliser);
    }
    this.#open.push({ index, recorded: step, close: observeStream(step, this.#normaliser) });
    return undefined;
  }

  /** A request may name a job that nothing but an event has told of. */
  #learnFromStreams(request: string): void {
    for (const { recorded } of this.#open) {
      const text = Buffer.concat(recorded.chunks.map(bytesOf)).toString();
      this.#normaliser.learnJids(text, () => !this.#normaliser.hasUnknownJid(request));
    }
  }

  #closeUntil(instant: number, index: number): void {
    const isOver = ({ recorded }: OpenStream): boolean =>
      recorded.at + recorded.duration <= instant;
    for (const stream of this.#open.filter(isOver)) {
      const beside = index - stream.index - 1;
      const closed: ObservedStream = stream.close(stream.recorded, beside);
      this.#observed[stream.index] = closed;
    }
    this.#open = this.#open.filter((stream) => !isOver(stream));
  }
}
