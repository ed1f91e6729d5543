import { STATUS_CODES } from 'node:http';
import type { Response } from 'express';

/**
 * Tornado's page for an error. What RaaS itself puts into the body of a 403 or 404 is not known.
 *
 * @param reason what stands beside the status in the first line
 */
export function sendErrorPage(
  res: Response,
  status: number,
  reason = STATUS_CODES[status] ?? 'Unknown',
): void {
  res.statusCode = status;
  res.statusMessage = reason;
  const words = `${status}: ${reason}`;
  res.setHeader('Content-Type', 'text/html; charset=UTF-8');
  res.end(`<html><title>${words}</title><body>${words}</body></html>`);
}
