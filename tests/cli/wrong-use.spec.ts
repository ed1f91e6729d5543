import { expect, test } from '@playwright/test';
import { saltproof } from './saltproof.ts';

/* Command lines that make no sense: exit code 2, nothing on stdout, and a sentence that says what to write instead. */
const LINES: readonly (readonly [args: string, says: string])[] = [
  ['', 'Name a command: serve, check, report, list, explain.'],
  ['--bogus', 'There is no option --bogus by itself. Name a command: serve, check,'],
  ['lst', 'There is no command "lst". Did you mean list?'],
  ['frobnicate', 'There is no command "frobnicate". There are serve, check,'],
  ['serve --prot 1', 'There is no option --prot. Did you mean --port?'],
  ['serve --tornado-version new', 'The option "tornadoVersion" must be a version such as "4.5.3"'],
  ['serve --Port 0', 'There is no option --Port. Did you mean --port?'],
  ['serve --no-port', 'There is no option --no-port. Leave --port out.'],
  ['serve --json=yes', '--json takes no value, so what is "yes"?'],
  ['serve --ws4py=maybe', '--ws4py takes no value, so what is "maybe"?'],
  ['serve elsewhere', 'serve takes nothing, so what is "elsewhere"?'],
  ['serve --port', 'option `--port <port>` value is missing'],
  ['serve --port 65536', '--port must be a whole number from 0 to 65535, not "65536".'],
  ['serve --port -1', '--port must be a whole number from 0 to 65535, not "-1".'],
  ['serve --seed -5', '--seed must be a whole number from 0 to 9007199254740991, not "-5".'],
  ['serve --port=', 'option `--port <port>` value is missing'],
  ['serve --port 0x50', '--port must be a whole number from 0 to 65535, not "0x50".'],
  ['serve --seed one', '--seed must be a whole number'],
  ['serve --clock sundial', '--clock must be wall or virtual, not "sundial".'],
  ['serve --salt 2019', 'Salt "2019" is not simulated. Name one of the lines 3006, 3007, 3008'],
  ['serve --salt newest', 'Salt "newest" is not simulated.'],
  ['serve --netapi gopher', '--netapi takes cherrypy, tornado, wsgi, raas, not "gopher"'],
  ['serve --netapi raas,raas', '--netapi names raas twice'],
  ['serve --netapi raas --raas-config nowhere.yaml', 'nowhere.yaml'],
  ['serve --raas-config nowhere.yaml', '--raas-config is for raas, which is not started; name it'],
  [
    'serve --host nobody.invalid --port 0',
    'there is no such host. Name an address of this machine',
  ],
  ['serve --config a --config b', '--config is given 2 times; give it once.'],
  ['check localhost:8000', 'is no URL of a server: put http:// or https:// before it.'],
  ['check ftp://127.0.0.1', 'is no URL of a server; one looks like http://127.0.0.1:8000.'],
  ['check --insecure', '--insecure is for a server; name its URL.'],
  ['check --ca package.json', '--ca names package.json, which is no certificate in PEM.'],
  ['check --token t', '--token is for a server; name its URL.'],
  ['check http://u:p@127.0.0.1', 'The URL must not hold a user and password'],
  ['check http://127.0.0.1/?a=b', 'must end with its path'],
  ['check http://127.0.0.1 http://127.0.0.2', 'check takes url, so what is "http://127.0.0.2"?'],
  ['check http://127.0.0.1', 'A server needs a user to log in as'],
  ['check http://127.0.0.1 --username u', 'There is no password for "u": set SALTPROOF_PASSWORD'],
  ['check http://127.0.0.1 --token t --username u', '--token and --username exclude each other'],
  ['serve --salt 0.8.3', 'a release of one, or 0.8.4, which is as documented then.'],
  ['check --salt 0.8', 'or 0.8.4 for what its manual says, not "0.8".'],
  ['list --salt 0.8', 'or 0.8.4 for what its manual says, not "0.8".'],
  ['check --salt new', '--salt must be a line or release of Salt such as 3008'],
  ['check --level high', '--level must be must or should or may, not "high".'],
  ['check --fail-on may', '--fail-on must be must or should, not "may".'],
  ['check --allow all', '--allow must be writes, not "all".'],
  ['check --api soap', '--api must be cherrypy or tornado or wsgi or raas, not "soap".'],
  ['check --api cherrypy,soap', '--api must be cherrypy or tornado or wsgi or raas, not "soap".'],
  [
    'check http://127.0.0.1 --api cherrypy,raas',
    'A server is judged by one API at a time, not by cherrypy and raas;',
  ],
  [
    'check --username u',
    '--username is for one API, and these are cherrypy, tornado, wsgi and raas;',
  ],
  [
    'check --api raas --eauth pam',
    '--eauth is for salt-api; to raas one logs in by --config-name.',
  ],
  ['check --api cherrypy --config-name a', '--config-name is for raas; to cherrypy one logs in'],
  ['check --api raas --only cherrypy.login', '--only names "cherrypy.login", and --api is raas.'],
  [
    'check http://127.0.0.1 --api raas',
    'A server needs a user to log in as: --username, SALTPROOF_PASSWORD (or --password) and --config-name;',
  ],
  ['check --shard 4/3', '--shard must be a part of a whole such as 1/3, not "4/3".'],
  ['check --shard 0/3', '--shard must be a part of a whole'],
  ['check --time-budget=-1', '--time-budget must be a number, 0 or more, not "-1".'],
  ['check --time-budget -1', '--time-budget must be a number, 0 or more, not "-1".'],
  ['check --api cherrypy --limited me', '--limited must be USER:PASSWORD.'],
  ['check --only cherrypy.login.welcom', 'Did you mean "cherrypy.login.welcome"'],
  ['check --only cherrypy.logi', 'Did you mean "cherrypy.login"? `saltproof list`'],
  [
    'explain wsgi.arguments.scalar',
    'no such requirement. Did you mean "cherrypy.arguments.scalar"? `saltproof list`',
  ],
  [
    'explain runner.two-chunks',
    'Did you mean "cherrypy.runner.two-chunks" or "wsgi.runner.two-chunks"? `saltproof list`',
  ],
  ['list gather', 'Did you mean "tornado.gather"? `saltproof list`'],
  ['check --only ,', '--only names nothing; name a requirement or a topic'],
  ['check --only= --only ,', '--only names nothing'],
  ['check --baseline no/such', '--baseline names no/such, which cannot be read.'],
  ['check --baseline tests', '--baseline names tests, which cannot be read.'],
  ['check --ca no/such', '--ca names no/such, which cannot be read.'],
  ['check --ca README.md', '--ca names README.md, which is no certificate in PEM.'],
  [
    'check --out README.md',
    'README.md, which cannot be written into: there is a file of that name',
  ],
  ['check --out README.md/out', 'which cannot be written into: a part of its path is a file'],
  ['check --out /proc/saltproof/out', 'which cannot be written into: '],
  ['check --record README.md', '--record names'],
  ['explain', 'missing required args for command `explain <id>`'],
  ['explain cherrypy.login.welcom', 'Did you mean "cherrypy.login.welcome"'],
  ['list everything', 'list names "everything", and there is no such requirement.'],
  ['list cherrypy.login cherrypy.run', 'list takes topic, so what is "cherrypy.run"?'],
  ['report', 'Name the results.json to report on'],
  ['report -', '"-" is no file: nothing is read from standard input. Name a file.'],
  ['report no/such.json', 'no/such.json cannot be read as results: there is no such file. Name a'],
  ['report tests', 'tests cannot be read as results: it is a directory. Name a results.json'],
  ['report README.md', 'README.md cannot be read as results'],
  ['report package.json', 'package.json is not of the format saltproof-results/1.'],
  ['report --format pdf package.json', 'package.json is not of the format'],
  ['report --diff package.json', '--diff compares two results: saltproof report --diff OLD NEW.'],
  ['report --diff --matrix a b', '--diff and --matrix exclude each other'],
];

test.describe('wrong use ends with 2 and says what to write instead:', () => {
  for (const [line, says] of LINES)
    test(`saltproof ${line}`, async () => {
      const args = line.split(' ').filter((word) => word !== '');
      const { code, stdout, stderr } = await saltproof(args);
      expect(stderr).toContain(says);
      expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
      expect([code, stdout]).toEqual([2, '']);
    });
});

test('--help and --version end with 0, for every command', async () => {
  for (const args of [['--help'], ['--version'], ['serve', '--help'], ['explain', '--help']])
    expect(await saltproof(args)).toMatchObject({ code: 0, stderr: '' });
});
