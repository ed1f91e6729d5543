/** Why cheroot answers a request itself, in plain text and without asking CherryPy. */
export interface Refusal {
  readonly kind: 'refused';
  /** Code and reason phrase. */
  readonly status: string;
  readonly message: string;
  /** Whether the answer says that the connection ends, which it does in any case. */
  readonly saysClose: boolean;
}

/** A refusal; without a message its body is empty. */
export function refuse(status: string, message = '', saysClose = false): Refusal {
  return { kind: 'refused', status, message, saysClose };
}

/** The answer as it goes out: no date, no server, the length before the type (rest-cherrypy §2.4). */
export function refusalText({ status, message, saysClose }: Refusal): string {
  const close = saysClose ? 'Connection: close\r\n' : '';
  return `HTTP/1.1 ${status}\r\nContent-Length: ${message.length}\r\nContent-Type: text/plain\r\n${close}\r\n${message}`;
}
