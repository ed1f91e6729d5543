import type { RequestHandler } from 'express';
import type { Journal, JournalEntry } from './journal.ts';

/** What notes requests as they come and their status once they are answered; nothing where the journal keeps none. */
export function journalKeeper(journal: Journal): RequestHandler[] {
  if (journal.isOff) return [];
  const keep: RequestHandler = (req, res, next) => {
    const entry: JournalEntry = { method: req.method, path: req.url, headers: req.headers };
    journal.add(entry);
    res.once('finish', () => (entry.status = res.statusCode));
    next();
  };
  return [keep];
}
