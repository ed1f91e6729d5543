/** What a command wrote, and the code it ended with. */
export interface CommandResult {
  readonly stdout: string;
  readonly stderr: string;
  readonly retcode: number;
}

/**
 * Runs a command on a machine whose shell knows `echo`, `true`, `false` and `exit` alone; nothing is
 * ever executed. Any other command is not found, in the words of bash.
 */
export function runCommand(command: string): CommandResult {
  const [program = '', ...rest] = wordsOf(command);
  switch (program) {
    case 'echo':
      return { stdout: rest.join(' '), stderr: '', retcode: 0 };
    case '':
    case 'true':
      return { stdout: '', stderr: '', retcode: 0 };
    case 'false':
      return { stdout: '', stderr: '', retcode: 1 };
    case 'exit':
      return { stdout: '', stderr: '', retcode: Number(rest[0] ?? 0) % 256 };
    default: {
      const stderr = `/bin/bash: line 1: ${program}: command not found`;
      return { stdout: '', stderr, retcode: 127 };
    }
  }
}

/** The words of a command, quotes taken off. */
function wordsOf(command: string): string[] {
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? [];
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
}
