/**
 * What Tornado loses: an exception in a task that nobody waits for. The client gets no answer, ever,
 * and the connection stays open (rest-tornado-wsgi §2.8).
 */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}
