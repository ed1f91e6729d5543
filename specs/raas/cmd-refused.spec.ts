import { requirement } from '../requirement.ts';
import { expectError } from './refusals.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { NO_UUID } from './stored.ts';

const RULE = {
  level: 'must',
  source: { documented: DOCUMENTS.reference, client: [CLIENTS.operator] },
  confidence: 'documented',
} as const;

/** Everybody on every master. */
const EVERYBODY = { '*': { tgt: '*', tgt_type: 'glob' } };

for (const [name, text, kwarg] of [
  [
    'tgt-and-tgt-uuid',
    'tgt and tgt_uuid at once',
    {
      cmd: 'local',
      fun: 'test.ping',
      tgt: EVERYBODY,
      tgt_uuid: '7f93b928-388b-11e6-b133-346895ecb8f3',
    },
  ],
  [
    'local-masters',
    'masters for a local command',
    { cmd: 'local', fun: 'test.ping', tgt: EVERYBODY, masters: ['*'] },
  ],
] as const)
  requirement(
    `raas.cmd.${name}`,
    { ...RULE, text: `route_cmd refuses ${text}.` },
    async ({ target }) => {
      expectError(await target.rpc('cmd', 'route_cmd', kwarg));
    },
  );

for (const [name, text, kwarg] of [
  ['no-function', 'a command without a function', { cmd: 'local', tgt: EVERYBODY, fun: null }],
  ['no-target', 'a local command without a target', { cmd: 'local', fun: 'test.ping' }],
  [
    'unknown-kind',
    'a kind of command that there is not',
    { cmd: 'saltproof', fun: 'test.ping', tgt: EVERYBODY },
  ],
  [
    'star-beside-others',
    'a target that names masters beside *',
    {
      cmd: 'local',
      fun: 'test.ping',
      tgt: { ...EVERYBODY, saltproof: { tgt: '*', tgt_type: 'glob' } },
    },
  ],
  ['unknown-job', 'a job that there is not', { job_uuid: NO_UUID }],
  [
    'unknown-target',
    'a target group that there is not',
    { cmd: 'local', fun: 'test.ping', tgt_uuid: NO_UUID },
  ],
] as const)
  requirement(
    `raas.cmd.${name}`,
    {
      level: 'should',
      text: `route_cmd refuses ${text}.`,
      source: { inferred: 'nothing could be run' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      expectError(await target.rpc('cmd', 'route_cmd', kwarg));
    },
  );

for (const cmd of ['runner', 'wheel'] as const)
  requirement(
    `raas.cmd.${cmd}-refused`,
    {
      level: 'should',
      text: `A user without the permission cmd-${cmd}-run cannot run a ${cmd}.`,
      source: { documented: DOCUMENTS.permissions, inferred: 'the name of the permission' },
      confidence: 'inferred',
      needs: ['limited user', 'master'],
    },
    async ({ target }) => {
      const given = { cmd, fun: 'test.arg', masters: ['*'] };
      expectError(await target.as('limited').rpc('cmd', 'route_cmd', given));
    },
  );
