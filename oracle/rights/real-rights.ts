import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { install } from '../pypi/install.ts';
import { beforeExit } from '../processes/before-exit.ts';
import { ProcessGroup } from '../processes/process-group.ts';
import { releaseOf } from '../salt/releases.ts';
import type { RightsCase, Verdict } from './rights-case.ts';
import { tagged } from './tagged.ts';

const PROGRAM = join(import.meta.dirname, 'answer_rights.py');

/** Salt's own checks of rights, in a Python that answers until it is stopped. */
export interface RealRights {
  /** @throws Error where Salt's Python ended */
  verdict(given: RightsCase): Promise<Verdict>;
  stop(): void;
}

/** Starts a Python with the code of a line's release; it ends with this process at the latest. */
export async function startRealRights(
  line: string,
  say: (text: string) => void = () => {},
): Promise<RealRights> {
  const python = join(await install(releaseOf(line), say), 'python');
  let group: ProcessGroup | undefined;
  const takeBack = beforeExit(() => group?.signal('SIGKILL'));
  group = new ProcessGroup(python, ['-W', 'ignore', PROGRAM], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const { stdin, stdout } = group.child;
  if (stdin === null || stdout === null) throw new Error('Python has no pipes.');
  stdin.on('error', () => {}); // Python's end shows in its answers
  const answers = createInterface(stdout)[Symbol.asyncIterator]();
  const running = group;
  return {
    async verdict(given) {
      stdin.write(`${JSON.stringify(lineOf(given))}\n`);
      const answer = await answers.next();
      if (answer.done === true)
        throw new Error(`Salt's Python ended at ${JSON.stringify(lineOf(given))}`);
      return JSON.parse(answer.value) as Verdict;
    },
    stop() {
      stdin.end();
      running.signal('SIGTERM');
      takeBack();
    },
  };
}

function lineOf({ provider, name, call, targets, ...rest }: RightsCase): object {
  const asked =
    call.kind === 'local'
      ? { ...call, fun: tagged(call.fun), arg: tagged(call.arg) }
      : { ...call, fun: call.fun, kwarg: tagged(call.kwarg) };
  return {
    ...rest,
    provider: tagged(provider),
    name: tagged(name),
    call: asked,
    targets: [...targets],
  };
}
