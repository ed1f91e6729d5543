import { acceptElements } from '../request/accept-elements.ts';
import type { Exchange } from '../exchange.ts';

const PAGE = `<!DOCTYPE html>
<html>
<head><title>Please log in</title></head>
<body>
<p>Please log in: POST username, password and eauth to this URL.</p>
</body>
</html>
`;

/** Whether somebody takes HTML before anything else, by name. */
export function prefersHtml({ headers }: Exchange): boolean {
  const [first] = acceptElements(headers.get('accept'));
  return first?.value === 'text/html';
}

/** Answers with the page that the manual of salt-api 0.8.4 has at GET /login, whose words it does not give. */
export function showLoginPage(exchange: Exchange): undefined {
  exchange.responseHeaders.set('Content-Type', 'text/html');
  exchange.body = PAGE;
  return undefined;
}
