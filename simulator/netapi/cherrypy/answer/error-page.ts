import { escapeHtml } from '../../../python/escape-html.ts';
import { reasonOf } from './status.ts';

/** CherryPy's HTML page for an error; `&`, `<` and `>` in the message are escaped, quotes are not (rest-cherrypy §2.3). */
export function errorPage(
  status: number,
  message: string,
  cherrypyVersion: string,
  traceback = '',
): string {
  const title = escapeHtml(`${status} ${reasonOf(status)}`);
  return `<!DOCTYPE html PUBLIC
"-//W3C//DTD XHTML 1.0 Transitional//EN"
"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html>
<head>
    <meta http-equiv="Content-Type" content="text/html; charset=utf-8"></meta>
    <title>${title}</title>
    <style type="text/css">
    #powered_by {
        margin-top: 20px;
        border-top: 2px solid black;
        font-style: italic;
    }

    #traceback {
        color: red;
    }
    </style>
</head>
    <body>
        <h2>${title}</h2>
        <p>${escapeHtml(message)}</p>
        <pre id="traceback">${escapeHtml(traceback)}</pre>
    <div id="powered_by">
      <span>
        Powered by <a href="http://www.cherrypy.dev">CherryPy ${cherrypyVersion}</a>
      </span>
    </div>
    </body>
</html>
`;
}
