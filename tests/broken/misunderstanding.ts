import express, { type Request, type RequestHandler } from 'express';

/** A call of RaaS as it came. */
export type CallBody = Readonly<Record<string, unknown>>;

/** Has RaaS understand something else than the calls that it was sent. */
export function misunderstanding(change: (call: CallBody) => CallBody): RequestHandler {
  // Once a body was read, nobody reads it again: what is put in its place is taken for it.
  const read = express.text({ type: () => true, limit: '100mb' });
  return (req: Request, res, next) => {
    read(req, res, () => {
      if (req.path.endsWith('/rpc') && typeof req.body === 'string') req.body = changed(req.body);
      next();
    });
  };

  function changed(text: string): string {
    try {
      const body = JSON.parse(text) as CallBody | readonly CallBody[];
      return JSON.stringify(Array.isArray(body) ? body.map(change) : change(body as CallBody));
    } catch {
      return text;
    }
  }
}

/** A call whose arguments by keyword are others. */
export function withArguments(
  call: CallBody,
  change: (given: Readonly<Record<string, unknown>>) => object,
): CallBody {
  const given = (call['kwarg'] ?? {}) as Readonly<Record<string, unknown>>;
  return { ...call, kwarg: change(given) };
}
