/**
 * Keeps a program going whose output nobody reads any longer: in `saltproof check | head` the run
 * still comes to its end, its report and its exit code.
 */
export function surviveClosedPipe(stream: NodeJS.WriteStream): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
