/** A request of the control API that cannot be carried out; the message goes to the caller. */
export class ControlError extends Error {
  override readonly name = 'ControlError';
}
