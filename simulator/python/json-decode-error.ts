/** A text that Python's JSON reader refuses; the message is Python's. */
export class JSONDecodeError extends Error {
  override readonly name = 'JSONDecodeError';
  constructor(problem: string, text: string, position: number) {
    const before = text.slice(0, position);
    const line = before.split('\n').length;
    const column = position - before.lastIndexOf('\n');
    super(`${problem}: line ${line} column ${column} (char ${position})`);
  }
}
