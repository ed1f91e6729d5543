/** A websocket handshake that ws4py refuses; to CherryPy it is any error of its own. */
export class HandshakeError extends Error {
  override readonly name = 'HandshakeError';
}
