import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Json, JsonObject } from '../../oracle/fixture.ts';
import { programsOf } from '../../oracle/pypi/install.ts';
import { bareEnvironment } from './pepper-environment.ts';
import { PEPPER } from './pepper-package.ts';

/** What `pepper.Pepper` is made with. */
export interface PepperSettings {
  readonly api_url: string;
  readonly ignore_ssl_errors?: boolean;
}

/** A Python program with pepper beside it that prints a line at a time; it ends when its input does. */
export class PepperProgram {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  #said = '';

  /** @param script a file beside this one */
  constructor(script: string, args: readonly string[], home: string, env = {}) {
    const path = join(import.meta.dirname, script);
    this.#child = spawn(join(programsOf(PEPPER), 'python'), [path, ...args], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: bareEnvironment(home, env),
    });
    this.#child.stdin.on('error', () => {}); // it has ended, as the next line says
    this.#child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#said += text));
    this.#lines = createInterface({ input: this.#child.stdout })[Symbol.asyncIterator]();
  }

  write(line: string): void {
    this.#child.stdin.write(`${line}\n`);
  }

  /** @throws Error with what it said, once it has ended */
  async nextLine(): Promise<string> {
    const line = await this.#lines.next();
    if (line.done === true) throw new Error(`The program has ended: ${this.#said}`);
    return line.value;
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }
}

/** One `pepper.Pepper`, in a Python of its own. */
export class PepperLibrary {
  readonly #program: PepperProgram;

  constructor(settings: PepperSettings, home: string, env = {}) {
    this.#program = new PepperProgram('call_pepper.py', [JSON.stringify(settings)], home, env);
  }

  /**
   * Calls one of its methods.
   *
   * @throws Error with the name and the text of a Python exception
   */
  async call(method: string, args: readonly Json[] = [], kwargs: JsonObject = {}): Promise<Json> {
    this.#program.write(JSON.stringify({ method, args, kwargs }));
    const outcome = JSON.parse(await this.#program.nextLine()) as
      | { readonly returned: Json }
      | { readonly raised: string };
    if ('raised' in outcome) throw new Error(outcome.raised);
    return outcome.returned;
  }

  end(): void {
    this.#program.end();
  }
}
