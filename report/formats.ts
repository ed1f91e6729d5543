import { renderBadge } from './render/badge.ts';
import { renderHtml } from './render/html.ts';
import { renderJson } from './render/json.ts';
import { renderJunit } from './render/junit.ts';
import { renderMarkdown } from './render/markdown.ts';
import type { RunResult } from './result.ts';

/** The formats of a report: how each is made and what its file is called. */
export const FORMATS = {
  html: { render: renderHtml, file: 'index.html' },
  json: { render: renderJson, file: 'results.json' },
  junit: { render: renderJunit, file: 'junit.xml' },
  markdown: { render: renderMarkdown, file: 'report.md' },
  badge: { render: renderBadge, file: 'badge.json' },
} as const satisfies Readonly<Record<string, { render(result: RunResult): string; file: string }>>;

/** The name of a format. */
export type Format = keyof typeof FORMATS;
