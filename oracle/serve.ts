import { startOracle } from './salt/oracle.ts';
import { ORACLE_USER } from './salt/salt-client.ts';

/**
 * Runs a real Salt until a signal ends it: `npm run oracle -- 3008 [PORT]`. Its rest_tornado listens
 * a hundred ports above its rest_cherrypy, its rest_wsgi two hundred.
 */
const [line = '3008', port] = process.argv.slice(2);
try {
  const oracle = await startOracle({
    line,
    ...(port !== undefined && { port: Number(port) }),
    say: (text) => console.log(text),
  });
  const { version, url } = oracle;
  const base = Number(new URL(url).port);
  const tornado = await oracle.startApi('tornado', base + 100);
  const wsgi = await oracle.startApi('wsgi', base + 200);
  console.log(`rest_tornado answers at ${tornado.url}, rest_wsgi at ${wsgi.url}`);
  console.log(`Salt ${version} answers at ${url}; log in as ${JSON.stringify(ORACLE_USER)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
