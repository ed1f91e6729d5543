import { parseInteger } from '../../../python/int.ts';
import type { RequestHeaders } from './request-headers.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Bytes that a body may say it has. */
const LONGEST_BODY = 100 * 1024 * 1024;

/** What a request's headers say about its body and its connection. */
export interface Framing {
  readonly kind: 'framing';
  /** Bytes of the body. */
  readonly length: number;
  readonly isChunked: boolean;
  readonly keepsAlive: boolean;
  /** Whether the client waits for leave to send its body. */
  readonly waits: boolean;
}

/** Reads the framing by cheroot's rules, in the order in which it looks at the headers (cheroot 11.1.2). */
export function framingOf(headers: RequestHeaders, isModern: boolean): Framing | Refusal {
  const length = parseInteger(headers.get('content-length') ?? '0');
  if (length === undefined) return refuse('400 Bad Request', 'Malformed Content-Length Header.');
  if (length > LONGEST_BODY)
    return refuse(
      '413 Request Entity Too Large',
      'The entity sent with the request exceeds the maximum allowed bytes.',
      isModern,
    );
  const codings = isModern ? codingsOf(headers.get('transfer-encoding')) : [];
  if (codings.some((coding) => coding !== 'chunked')) return refuse('501 Unimplemented');
  const connection = headers.get('connection') ?? '';
  return {
    kind: 'framing',
    // A length below zero is let through, and nothing is read.
    length: Math.max(0, length),
    isChunked: codings.length > 0,
    keepsAlive: isModern ? connection !== 'close' : connection === 'Keep-Alive',
    waits: headers.get('expect') === '100-continue',
  };
}

function codingsOf(header: string | undefined): string[] {
  if (header === undefined) return [];
  return header
    .split(',')
    .map((coding) => coding.trim().toLowerCase())
    .filter((coding) => coding !== '');
}
