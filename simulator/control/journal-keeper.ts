import type { RequestHandler } from 'express';
import type { Netapi } from '../netapis.ts';
import type { Journal, JournalEntry } from './journal.ts';

/** What notes requests as they come and their status once they are answered; nothing where the journal keeps none. */
export function journalKeeper(journal: Journal, netapi: Netapi): RequestHandler[] {
  if (journal.isOff) return [];
  const keep: RequestHandler = (req, res, next) => {
    const { method, url: path, headers } = req;
    const entry: JournalEntry = { netapi, method, path, headers };
    journal.add(entry);
    res.once('finish', () => (entry.status = res.statusCode));
    next();
  };
  return [keep];
}
