import { argument } from '../../../python/argument.ts';
import { str } from '../../../python/repr.ts';
import { signature } from '../../../python/signature.ts';
import { dict, isTruthy, type PyValue } from '../../../python/value.ts';
import type { ExecutionCall, ExecutionFunction, ExecutionModule } from '../function.ts';
import { runCommand, type CommandResult } from './shell.ts';

/** The process id that every command has. */
const PID = 4242;

type Options = Readonly<Record<string, PyValue>>;

/** Options of a command that make no difference here, as Salt names and orders them. */
const PLACE: Options = { cwd: null, stdin: null, runas: null, group: null, shell: '/bin/bash' };
const OUTPUT: Options = {
  umask: null,
  output_encoding: null,
  output_loglevel: 'debug',
  log_callback: null,
};
const END: Options = {
  timeout: null,
  reset_system_locale: true,
  ignore_retcode: false,
  saltenv: null,
  use_vt: false,
};
const SUCCESS: Options = { success_retcodes: null, success_stdout: null, success_stderr: null };
const BEGINNING: Options = {
  ...PLACE,
  python_shell: null,
  env: null,
  clean_env: false,
  template: null,
};
const COMMON: Options = { ...BEGINNING, rstrip: true, ...OUTPUT, hide_output: false, ...END };

/** The options of each function that runs a command (modules/cmdmod.py, 3006.28 to 3008.3). */
const OPTIONS = {
  run: {
    ...COMMON,
    redirect_stderr: true,
    bg: false,
    password: null,
    encoded_cmd: false,
    raise_err: false,
    prepend_path: null,
    ...SUCCESS,
  },
  run_all: {
    ...COMMON,
    redirect_stderr: false,
    password: null,
    encoded_cmd: false,
    prepend_path: null,
    ...SUCCESS,
  },
  run_stdout: { ...COMMON, password: null, prepend_path: null, ...SUCCESS },
  run_stderr: { ...COMMON, password: null, prepend_path: null, ...SUCCESS },
  retcode: { ...BEGINNING, ...OUTPUT, ...END, password: null, ...SUCCESS },
  shell: {
    ...PLACE,
    env: null,
    clean_env: false,
    template: null,
    rstrip: true,
    ...OUTPUT,
    hide_output: false,
    ...END,
    bg: false,
    password: null,
    prepend_path: null,
    ...SUCCESS,
  },
} as const;

/**
 * The `cmd` module on a machine whose shell knows hardly any command; nothing is ever executed
 * (salt.modules.cmdmod; seen on 3006.28, 3007.15 and 3008.3).
 */
export const cmd: ExecutionModule = {
  run: running('run', 'Answers what a command wrote.', both),
  shell: running('shell', 'Answers what a command wrote.', both),
  run_stdout: running(
    'run_stdout',
    'Answers what a command wrote, errors apart.',
    (result) => result.stdout,
  ),
  run_stderr: running(
    'run_stderr',
    'Answers the errors that a command wrote.',
    (result) => result.stderr,
  ),
  retcode: running(
    'retcode',
    'Answers the code that a command ended with.',
    (result) => result.retcode,
  ),
  run_all: running(
    'run_all',
    'Answers what a command wrote, its process id and the code that it ended with.',
    ({ retcode, stdout, stderr }) => dict({ pid: PID, retcode, stdout, stderr }),
  ),
  which: {
    signature: signature('which', ['cmd']),
    doc: 'Answers the path of a command, null where it is not there.',
    run: (call) => pathOf(str(argument(call, 'cmd'))),
  },
  has_exec: {
    signature: signature('has_exec', ['cmd']),
    doc: 'Answers whether there is such a command.',
    run: (call) => pathOf(str(argument(call, 'cmd'))) !== null,
  },
};

function both({ stdout, stderr }: CommandResult): string {
  return [stdout, stderr].filter((text) => text !== '').join('\n');
}

/** The code that the command ended with is that of the job as well. */
function running(
  name: keyof typeof OPTIONS,
  doc: string,
  answer: (result: CommandResult) => PyValue,
): ExecutionFunction {
  return {
    signature: signature(name, ['cmd'], OPTIONS[name], { kwargs: true }),
    doc,
    run: (call: ExecutionCall) => {
      const result = runCommand(str(argument(call, 'cmd')));
      if (!isTruthy(argument(call, 'ignore_retcode'))) call.setRetcode(result.retcode);
      return answer(result);
    },
  };
}

function pathOf(command: string): string | null {
  return ['echo', 'true', 'false'].includes(command) ? `/usr/bin/${command}` : null;
}
