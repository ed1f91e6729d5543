import { expect, test } from '@playwright/test';
import { InputError, startSimulator, type SimulatorOptions } from '../../simulator/index.ts';

/* What callers without a compiler get wrong. */
const WRONG: readonly (readonly [options: unknown, says: string])[] = [
  [null, 'The options of startSimulator must be an object.'],
  ['3008', 'The options of startSimulator must be an object.'],
  [{ flet: {} }, 'startSimulator has no option "flet". Did you mean "fleet"?'],
  [{ colour: 1 }, 'startSimulator has no option "colour". There are config, fleet,'],
  [{ salt: 3008 }, 'The option "salt" must be a text such as "3008", not 3008.'],
  [{ salt: '2019' }, 'Salt "2019" is not simulated.'],
  [{ clock: 'sundial' }, 'The option "clock" must be "virtual" or "wall", not "sundial".'],
  [{ seed: Number.NaN }, 'The option "seed" must be a whole number, 0 or more, not NaN.'],
  [{ seed: -1 }, 'The option "seed" must be a whole number, 0 or more, not -1.'],
  [{ port: '8000' }, 'The option "port" must be a whole number from 0 to 65535, not "8000".'],
  [{ port: 65_536 }, 'The option "port" must be a whole number from 0 to 65535, not 65536.'],
  [{ port: 1.5 }, 'The option "port" must be a whole number from 0 to 65535, not 1.5.'],
  [
    { netapi: ['tornado', 'x'] },
    'The option "netapi" must be a list that names one or more of cherrypy, tornado, wsgi, raas, each once, not ["tornado","x"].',
  ],
  [{ netapi: ['wsgi', 'wsgi'] }, 'each once, not ["wsgi","wsgi"].'],
  [{ netapi: [] }, 'each once, not [].'],
  [{ netapi: [1] }, 'each once, not a list.'],
  [{ netapi: 'wsgi' }, 'each once, not "wsgi".'],
  [{ host: '' }, 'The option "host" must be a host name or an address, not "".'],
  [{ journalSize: -1 }, 'The option "journalSize" must be a whole number, 0 or more, not -1.'],
  [{ config: [] }, 'The option "config" must be a file path or an object, not a list.'],
  [{ config: 'no/such' }, 'The master configuration no/such cannot be read'],
  [{ config: { timeout: 'x' } }, 'The master option "timeout" must be'],
  [
    { config: { keep_jobs: 'never' } },
    'The master option "keep_jobs" must be a number of hours, not the string "never".',
  ],
  [{ fleet: 1 }, 'The option "fleet" must be a file path or an object, not 1.'],
  [{ fleet: 'no/such' }, 'The fleet file no/such cannot be read'],
  [{ fleet: { minions: { web1: { up: 'x' } } } }, 'The fleet says in minions.web1.up "x";'],
];

for (const [options, says] of WRONG)
  test(`startSimulator(${JSON.stringify(options)}) is refused`, async () => {
    const started = startSimulator(options as SimulatorOptions);
    await expect(started).rejects.toThrow(InputError);
    await expect(started).rejects.toThrow(says);
  });

test('an option that is undefined is as good as absent', async () => {
  const options = { salt: undefined, port: undefined } as unknown as SimulatorOptions;
  await (await startSimulator(options)).close();
});

test('the configuration decides where to listen only where no port is named', async () => {
  const config = { rest_cherrypy: { disable_ssl: true, port: 1 } };
  const simulator = await startSimulator({ config, port: 0 });
  await simulator.close();
  expect(new URL(simulator.url).port).not.toBe('1');
  expect(simulator.warnings).toEqual([]);
});
