import { STATUS_CODES } from 'node:http';
import type { Request, RequestHandler, Response } from 'express';
import type { Header } from '../../report/result.ts';

/** The head of a reply, headers in the order and case of the wire. */
export interface ReplyHead {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
}

/** A reply before it goes out. */
export interface Draft extends ReplyHead {
  readonly body: Buffer;
}

/** What is done to replies on their way out; what is not named stays as it is. */
export interface Alteration {
  /** Changes a whole reply. A length that was right is made right again. */
  readonly reply?: (draft: Draft, req: Request) => Draft;
  /** Changes the head of a stream. */
  readonly head?: (head: ReplyHead, req: Request) => ReplyHead;
  /** Made once a stream: gives the pieces that go out in place of one. */
  readonly pieces?: () => (piece: string) => readonly string[];
}

/** Puts an alteration between the simulator and its clients. */
export function altering({ reply, head, pieces }: Alteration): RequestHandler {
  return (req, res, next) => {
    const send = {
      head: res.writeHead.bind(res) as (status: number, reason: string, raw: string[]) => Response,
      piece: res.write.bind(res) as (piece: string) => boolean,
      end: res.end.bind(res) as (body?: Buffer) => Response,
    };
    const sendHead = ({ status, reason, headers }: ReplyHead): void =>
      void send.head(status, reason, headers.flat());
    let drafted: ReplyHead = { status: 200, reason: '', headers: [] };
    let isDrafted = false;
    let piecesOf: ((piece: string) => readonly string[]) | undefined;
    const overridden = {
      writeHead(status: number, reason: string, raw: readonly string[]): Response {
        drafted = { status, reason, headers: headersOf(raw) };
        isDrafted = true;
        return res;
      },
      write(piece: string | Buffer): boolean {
        if (piecesOf === undefined) sendHead(head?.(drafted, req) ?? drafted);
        piecesOf ??= pieces?.() ?? ((whole: string) => [whole]);
        return piecesOf(piece.toString()).reduce((_, text) => send.piece(text), true);
      },
      end(content?: string | Buffer): Response {
        if (piecesOf !== undefined) return send.end();
        const body = Buffer.from(content ?? '');
        const draft = { ...(isDrafted ? drafted : takeHead(res, body.length)), body };
        const altered = withLength(reply?.(draft, req) ?? draft, body.length);
        sendHead(altered);
        return send.end(altered.body);
      },
    };
    Object.assign(res, overridden);
    next();
  };
}

/** The head that a response was to have, of what was set one by one; nothing of it is set any more. */
function takeHead(res: Response, length: number): ReplyHead {
  const headers = Object.entries(res.getHeaders()).flatMap(([name, value]): Header[] =>
    [value ?? []].flat().map((one) => [properName(name), String(one)]),
  );
  for (const name of res.getHeaderNames()) res.removeHeader(name);
  const reason = res.statusMessage ?? STATUS_CODES[res.statusCode] ?? '';
  return {
    status: res.statusCode,
    reason,
    headers: [...headers, ['Content-Length', String(length)]],
  };
}

/** A header's name as it mostly goes over the wire. */
function properName(name: string): string {
  return name.replaceAll(/(?<=^|-)[a-z]/g, (letter) => letter.toUpperCase());
}

function headersOf(raw: readonly string[]): Header[] {
  return raw.flatMap((name, at): Header[] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
}

/** The draft with a Content-Length that fits its body again, where it did before the body changed. */
function withLength(draft: Draft, before: number): Draft {
  const headers = draft.headers.map(([name, value]): Header =>
    name.toLowerCase() === 'content-length' && value === String(before)
      ? [name, String(draft.body.length)]
      : [name, value],
  );
  return { ...draft, headers };
}
