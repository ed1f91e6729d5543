import { startOracle } from './oracle.ts';
import { ORACLE_USER } from './salt-client.ts';

/** Runs a real Salt until it is interrupted: `npm run oracle -- 3008 [PORT]`. */
const [line = '3008', port] = process.argv.slice(2);
const oracle = await startOracle({
  line,
  ...(port !== undefined && { port: Number(port) }),
  say: (text) => console.log(text),
});
console.log(
  `Salt ${oracle.version} answers at ${oracle.url}; log in as ${JSON.stringify(ORACLE_USER)}`,
);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void oracle.stop().then(() => process.exit(0)));
}
