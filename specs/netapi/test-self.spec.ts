import { createHash } from 'node:crypto';
import { expect } from '@playwright/test';
import { EVERY_LINE } from '../requirement.ts';
import { everyModule } from './every-module.ts';
import { NOT_OF_TORNADO } from './reasons.ts';
import { runOnMinion } from './run-on-minion.ts';

const source = { documented: 'salt.modules.test', observed: EVERY_LINE };
const needs = ['minion'] as const;
const text = expect.any(String) as unknown;

everyModule(
  'test-functions.providers',
  {
    level: 'must',
    text: 'test.providers answers modules by the file that provides them, test.provider the file of one, an empty text for none.',
    source: { ...source, client: ['SaltGUI'] },
    needs,
    except: { tornado: NOT_OF_TORNADO.patience },
  },
  async ({ target }) => {
    const providers = await runOnMinion(target, 'test.providers');
    expect(providers).toMatchObject({ cmdmod: 'cmd', grains: 'grains', test: 'test' });
    expect(await runOnMinion(target, 'test.provider', ['cmd'])).toBe('cmdmod');
    expect(await runOnMinion(target, 'test.provider', [target.unique('module')])).toBe('');
  },
);

everyModule(
  'test-functions.cross-test',
  {
    level: 'should',
    text: 'test.cross_test runs another function; test.try answers null where the other function fails.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.patience },
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.cross_test', ['test.ping'])).toBe(true);
    expect(await runOnMinion(target, 'test.cross_test', ['test.echo', ['x']])).toBe('x');
    expect(await runOnMinion(target, 'test.try', [`${target.unique('none')}.such`])).toBe(null);
  },
);

everyModule(
  'test-functions.random-hash',
  {
    level: 'should',
    text: 'test.random_hash and rand_str answer the hash of a number from 0 up to the given size, by the given algorithm; an unknown one fails.',
    source,
    needs,
  },
  async ({ target }) => {
    for (const fun of ['test.random_hash', 'test.rand_str'])
      for (const algorithm of ['md5', 'sha256', 'sha512'])
        expect(
          ['0', '1'].map((number) => createHash(algorithm).update(number).digest('hex')),
        ).toContain(await runOnMinion(target, fun, [1, algorithm]));
    const failure = await runOnMinion(target, 'test.random_hash', [1, 'nonesuch']);
    expect(failure).toContain("AttributeError: module 'hashlib' has no attribute 'nonesuch'");
  },
);

everyModule(
  'test-functions.versions',
  {
    level: 'should',
    text: 'test.versions_information answers the versions of Salt and Python in groups, versions_report and versions as text.',
    source,
    needs,
  },
  async ({ target }) => {
    const version = await runOnMinion(target, 'test.version');
    expect(await runOnMinion(target, 'test.versions_information')).toMatchObject({
      'Salt Version': { Salt: version },
      'Python Version': { Python: text },
    });
    for (const fun of ['test.versions_report', 'test.versions'])
      expect(await runOnMinion(target, fun)).toContain(
        `Salt Version:\n          Salt: ${String(version)}\n \nPython Version:\n        Python: `,
      );
  },
);

everyModule(
  'test-functions.of-itself',
  {
    level: 'should',
    text: 'test.get_opts and opts_pkg answer the options of the minion, attr_call its grains, not_loaded a list, conf_test an option that is not configured.',
    source,
    needs,
    except: { tornado: NOT_OF_TORNADO.patience },
  },
  async ({ target }) => {
    const { minion: id } = target;
    expect(await runOnMinion(target, 'test.get_opts')).toMatchObject({ id });
    expect(await runOnMinion(target, 'test.opts_pkg')).toMatchObject({ id });
    expect(await runOnMinion(target, 'test.attr_call')).toMatchObject({ id });
    expect(Array.isArray(await runOnMinion(target, 'test.not_loaded'))).toBe(true);
    expect(await runOnMinion(target, 'test.conf_test')).toBe('unconfigured');
    expect(await runOnMinion(target, 'test.deprecation_warning')).toBe(true);
  },
);

everyModule(
  'test-functions.tty',
  {
    level: 'should',
    text: 'test.tty says where it has been moved to.',
    source,
    needs,
  },
  async ({ target }) => {
    expect(await runOnMinion(target, 'test.tty', ['tty0', 'x'])).toBe(
      'ERROR: This function has been moved to cmd.tty',
    );
  },
);
