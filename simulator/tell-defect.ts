import { isDefect } from './master/defect.ts';

/**
 * Tells whoever runs the simulator, by a warning of the process, that it has a mistake: the client
 * gets a 500 like any other, and must not pass it for an answer of Salt.
 *
 * @param what could not be answered: `GET /jobs`
 */
export function tellDefect(error: unknown, what: string): void {
  if (!isDefect(error)) return;
  const { stack = '' } = error as Error;
  process.emitWarning(`saltproof failed to answer ${what}`, {
    type: 'SimulatorDefect',
    detail: `This is a mistake in saltproof, not what Salt does; please report it.\n${stack}`,
  });
}
