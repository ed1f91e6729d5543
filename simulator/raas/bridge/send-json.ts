import type { Response } from 'express';

/** Answers with JSON. */
export function sendJson(res: Response, status: number, value: unknown): void {
  res.statusCode = status;
  res.setHeader('Content-Type', 'application/json; charset=UTF-8');
  res.end(JSON.stringify(value));
}
