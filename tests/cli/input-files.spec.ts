import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { saltproof, whileServing } from './saltproof.ts';

let directory: string;
test.beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'saltproof-input-'));
});
test.afterEach(() => rmSync(directory, { recursive: true, force: true }));

function file(name: string, content: string | Buffer): string {
  const path = join(directory, name);
  writeFileSync(path, content);
  return path;
}

interface Case {
  readonly title: string;
  readonly content: string | Buffer;
  /** What is said; FILE stands for the path. */
  readonly says: string;
  readonly name?: string;
}

const BROKEN: readonly Case[] = [
  {
    title: 'YAML that breaks off',
    content: 'a: 1\nb: [1, 2\n',
    says: 'is not valid YAML or JSON at FILE:3:1: ',
  },
  {
    title: 'JSON that breaks off',
    name: 'x.json',
    content: '{\n  "a": {\n    "b": "c\n',
    says: 'is not valid YAML or JSON at FILE:4:1: ',
  },
  {
    title: 'JSON without a colon',
    name: 'x.json',
    content: '{"a" 1}',
    says: 'is not valid YAML or JSON at FILE:1:6: ',
  },
  { title: 'a tab', content: 'a:\n\tb: 1\n', says: 'FILE:2:1: ' },
  { title: 'a key twice', content: 'a: 1\nb: 2\na: 3\n', says: 'FILE:3:1: ' },
  { title: 'a list', content: '- a\n', says: 'FILE must hold a mapping at its top' },
  { title: 'a text', content: 'hello\n', says: 'FILE must hold a mapping at its top' },
  { title: 'no text', content: Buffer.from([0xff, 0xfe, 0x00]), says: 'FILE is no UTF-8 text.' },
];

for (const [flag, what] of [
  ['--config', 'master configuration'],
  ['--fleet', 'fleet file'],
] as const)
  test.describe(`${flag} is refused with 2 and the place, before anything listens:`, () => {
    for (const { title, content, says, name = 'x.yaml' } of BROKEN)
      test(title, async () => {
        const path = file(name, content);
        const { code, stdout, stderr } = await saltproof(['serve', '--port', '0', flag, path]);
        expect(stderr).toContain(`The ${what}`);
        expect(stderr).toContain(says.replace('FILE', path));
        expect(stderr).toMatch(/^saltproof: [^\n]+\n$/);
        expect([code, stdout]).toEqual([2, '']);
      });

    test('a directory', async () => {
      const { code, stderr } = await saltproof(['serve', flag, directory]);
      expect([code, stderr]).toEqual([
        2,
        `saltproof: The ${what} ${directory} cannot be read: it is a directory. Name a file in it.\n`,
      ]);
    });

    test('a file that is not there', async () => {
      const { code, stderr } = await saltproof(['serve', flag, join(directory, 'none')]);
      expect(stderr).toContain('cannot be read: there is no such file. Check the path.');
      expect(code).toBe(2);
    });
  });

test.describe('a fleet that does not fit its schema is refused with 2 and the path within:', () => {
  const faults: readonly (readonly [fleet: string, says: string])[] = [
    ['minion: {}', 'has "minion" at its top, which nobody reads. Did you mean "minions"?'],
    [
      'minions: {web1: {grain: {}}}',
      'has "grain" in minions.web1, which nobody reads. Did you mean "grains"?',
    ],
    ['minions: [web1]', 'says in minions a list; it must be a mapping'],
    ['minions: {web1: up}', 'says in minions.web1 "up"; it must be a mapping'],
    ['minions: {web1: {up: 1}}', 'says in minions.web1.up 1; it must be true or false.'],
    [
      'minions: {web1: {key: valid}}',
      'says in minions.web1.key "valid"; it must be accepted, pending, rejected or denied.',
    ],
    ['minions: {web1: {grains: [1]}}', 'says in minions.web1.grains a list; it must be a mapping'],
    [
      'minions: {web1: {files: {etc/x: a}}}',
      'has "etc/x" in minions.web1.files, which cannot be that. It is: A path from the root on',
    ],
    ['minions: {web1: {files: {/x: [a]}}}', 'says in minions.web1.files./x a list;'],
    [
      'minions: {web1: {services: {ssh: running}}}',
      'says in minions.web1.services.ssh "running"; it must be a mapping',
    ],
    [
      'minions: {web1: {services: {ssh: {running: 1}}}}',
      'says in minions.web1.services.ssh.running 1; it must be true or false.',
    ],
    ['minions: {web1: {packages: {bash: 5.2}}}', 'says in minions.web1.packages.bash 5.2;'],
    [
      'minions: {web1: {users: {anna: {group: x}}}}',
      'has "group" in minions.web1.users.anna, which nobody reads. Did you mean "groups"?',
    ],
    [
      'minions: {web1: {users: {"a b": {}}}}',
      'has "a b" in minions.web1.users, which cannot be that. It is: Not empty, without blanks',
    ],
    [
      'minions: {web1: {users: {anna: {groups: [1]}}}}',
      'says in minions.web1.users.anna.groups.0 1; it must be a text.',
    ],
    [
      'minions: {web1: {groups: {ops: {gid: -1}}}}',
      'is wrong in minions.web1.groups.ops.gid: it must be >= 0.',
    ],
    ['minions: {a/b: {}}', 'has "a/b" in minions, which cannot be a minion\'s id'],
    ['minions: {"a\\\\b": {}}', 'has "a\\\\b" in minions, which cannot be a minion\'s id'],
    ['minions: {"": {}}', 'has "" in minions, which cannot be a minion\'s id'],
    [
      'minions: {..: {}}',
      'has ".." in minions, which cannot be a minion\'s id: one has no slash, backslash or NUL, is not empty, and is neither . nor ..',
    ],
    ['minions: {1: {}, "1": {}}', 'names "1" twice in minions; take one of them out.'],
    ['users: {me: {}}', 'has no "password" in users.me, and needs one.'],
    ['users: {me: {password: 1}}', 'says in users.me.password 1; it must be a text.'],
    [
      'users: {me: {password: a, groups: ops}}',
      'says in users.me.groups "ops"; it must be a list.',
    ],
    ['users: {me: {password: a, groups: [1]}}', 'says in users.me.groups.0 1; it must be a text.'],
    ['master: {pub: [x]}', 'says in master.pub a list; it must be a text.'],
    ['states: {demo: 1}', 'says in states.demo 1; it must be a mapping'],
    ['answers: {fun: test.ping}', 'says in answers a mapping; it must be a list.'],
    ['answers: [{return: 1}]', 'has no "fun" in answers.0, and needs one.'],
    ['answers: [{fun: [test.ping]}]', 'says in answers.0.fun a list; it must be a text.'],
    [
      'answers: [{fun: ping}]',
      'says in answers.0.fun "ping", which cannot be that. It is: The function\'s full name, such as test.ping, or a glob.',
    ],
    ['answers: [{fun: a.b, minion: x}]', 'has "minion" in answers.0, which nobody reads.'],
    [
      'answers: [{fun: a.b, minions: 1}]',
      'says in answers.0.minions 1; it must be a text or a list.',
    ],
    ['answers: [{fun: a.b, minions: [1]}]', 'says in answers.0.minions.0 1; it must be a text.'],
    ['answers: [{fun: a.b, arg: x}]', 'says in answers.0.arg "x"; it must be a list.'],
    ['answers: [{fun: a.b, kwarg: [x]}]', 'says in answers.0.kwarg a list; it must be a mapping'],
    [
      'answers: [{fun: a.b, return: 1, retcode: "3"}]',
      'says in answers.0.retcode "3"; it must be a whole number.',
    ],
    ['answers: [{fun: a.b, retcode: 3}]', 'says "retcode" in answers.0, and no "return" for it.'],
    ['answers: [{fun: a.b, delay: soon}]', 'says in answers.0.delay "soon"; it must be a number.'],
    ['answers: [{fun: a.b, delay: -1}]', 'is wrong in answers.0.delay: it must be >= 0.'],
    [
      'answers: [{fun: a.b, delay: 1000001}]',
      'is wrong in answers.0.delay: it must be <= 1000000.',
    ],
    ['answers: [{fun: a.b, times: 0}]', 'is wrong in answers.0.times: it must be >= 1.'],
    [
      'answers: [{fun: a.b, return: 1, exception: x}]',
      'says answers.0.return beside "exception", which leaves no room for it; take one of them out.',
    ],
    [
      'answers: [{fun: a.b, exception: x, no_return: true}]',
      'says answers.0.exception beside "no_return", which leaves no room for it',
    ],
    [
      'answers: [{fun: a.b, delay: 1, sequence: [{}]}]',
      'says answers.0.delay beside "sequence", which leaves no room for it',
    ],
    [
      'answers: [{fun: a.b, exception: [x]}]',
      'says in answers.0.exception a list; it must be a text or a mapping',
    ],
    ['answers: [{fun: a.b, exception: {kind: x}}]', 'has no "message" in answers.0.exception'],
    [
      'answers: [{fun: a.b, sequence: []}]',
      'says in answers.0.sequence an empty list; it needs an item.',
    ],
    [
      'answers: [{fun: a.b, sequence: [{}, {exception: {kind: no class, message: x}}]}]',
      'says in answers.0.sequence.1.exception.kind "no class", which cannot be that.',
    ],
    ['# only a comment', 'is empty. Write at least "minions: {}" into it.'],
    ['', 'is empty. Write at least "minions: {}" into it.'],
  ];
  for (const [fleet, says] of faults)
    test(fleet || 'an empty file', async () => {
      const path = file('fleet.yaml', fleet);
      const { code, stderr } = await saltproof(['serve', '--port', '0', '--fleet', path]);
      expect(stderr).toContain(`The fleet file ${path} ${says}`);
      expect(code).toBe(2);
    });

  test('an id twice, with its line', async () => {
    const path = file('fleet.yaml', 'minions:\n  web1: {}\n  web1: {}\n');
    const { code, stderr } = await saltproof(['serve', '--port', '0', '--fleet', path]);
    expect(stderr).toContain(`${path}:3:3: `);
    expect(code).toBe(2);
  });
});

test('JSON with what YAML has no escapes for is read as JSON', async () => {
  const path = file(
    'fleet.json',
    '{"minions": {"web1": {"grains": {"mood": "\\ud83d\\ude00 \\/"}}}}',
  );
  await whileServing(['--fleet', path], async (url) => {
    expect((await fetch(url)).status).toBe(200);
  });
});
