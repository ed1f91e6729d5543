import { startOracle } from './salt/oracle.ts';
import { ORACLE_USER } from './salt/salt-client.ts';

/** Runs a real Salt until a signal ends it: `npm run oracle -- 3008 [PORT]`. */
const [line = '3008', port] = process.argv.slice(2);
try {
  const { version, url } = await startOracle({
    line,
    ...(port !== undefined && { port: Number(port) }),
    say: (text) => console.log(text),
  });
  console.log(`Salt ${version} answers at ${url}; log in as ${JSON.stringify(ORACLE_USER)}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
