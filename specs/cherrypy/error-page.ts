import { expect } from '@playwright/test';
import type { Reply } from '../target/reply.ts';

/** The body of a 500 that a handler's own failure comes to, as JSON. */
export const SERVER_ERROR = '{"status": 500, "return": "An unexpected error occurred"}';

/** The message of the page for a 500, which is what anybody else's failure comes to. */
export const CRASHED =
  'The server encountered an unexpected condition which prevented it from fulfilling the request.';

/**
 * Expects CherryPy's HTML page for an error, to the byte.
 *
 * Its foot names the CherryPy version of the Server header: 18.10.0 with 3006.28, 3007.15 and 3008.3.
 *
 * @param message as the page shows it, escaped for HTML
 */
export function expectErrorPage(reply: Reply, status: number, message: string): void {
  expect(reply.status).toBe(status);
  expect(reply.header('Content-Type')).toBe('text/html;charset=utf-8');
  const title = `${status} ${reply.reason}`;
  const version = (reply.header('Server') ?? '').replace('CherryPy/', 'CherryPy ');
  expect(reply.body).toBe(pageOf(title, message, version));
}

function pageOf(title: string, message: string, version: string): string {
  return [
    '<!DOCTYPE html PUBLIC',
    '"-//W3C//DTD XHTML 1.0 Transitional//EN"',
    '"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">',
    '<html>',
    '<head>',
    '    <meta http-equiv="Content-Type" content="text/html; charset=utf-8"></meta>',
    `    <title>${title}</title>`,
    '    <style type="text/css">',
    '    #powered_by {',
    '        margin-top: 20px;',
    '        border-top: 2px solid black;',
    '        font-style: italic;',
    '    }',
    '',
    '    #traceback {',
    '        color: red;',
    '    }',
    '    </style>',
    '</head>',
    '    <body>',
    `        <h2>${title}</h2>`,
    `        <p>${message}</p>`,
    '        <pre id="traceback"></pre>',
    '    <div id="powered_by">',
    '      <span>',
    `        Powered by <a href="http://www.cherrypy.dev">${version}</a>`,
    '      </span>',
    '    </div>',
    '    </body>',
    '</html>',
    '',
  ].join('\n');
}
