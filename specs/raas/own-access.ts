import { expect } from '@playwright/test';
import { requirement } from '../requirement.ts';
import type { RaasTarget } from '../target/raas/raas-target.ts';
import { field } from '../target/return-of.ts';
import { CLIENTS, DOCUMENTS } from './sources.ts';
import { expectError } from './refusals.ts';

/** A kind of stored things that roles can be given access to. */
export interface OwnKind {
  /** The topic of the requirements, and the resource: `tgt`. */
  readonly topic: 'tgt' | 'job' | 'pillar' | 'fs';
  /** What one is called: `target group`. */
  readonly thing: string;
  /** What names one: `tgt_uuid`. */
  readonly parameter: string;
  /** The methods of its access, without their verb: `target_group_access`. */
  readonly access: string;
  /** The method that takes one away: `delete_target_group`. */
  readonly remove: string;
  readonly save: (target: RaasTarget) => Promise<string>;
  /** What is told of one beside its contents. */
  readonly told: (target: RaasTarget, uuid: string) => Promise<unknown>;
}

const SHOWN = {
  source: { documented: DOCUMENTS.api, client: [CLIENTS.mcp] },
  confidence: 'client',
} as const;

/** Declares what is required of owners, of the access of roles, and of who has none. */
export function requireAccess(kind: OwnKind): void {
  const { topic, thing, parameter, access, remove, save, told } = kind;

  requirement(
    `raas.${topic}.owner`,
    {
      level: 'should',
      text: `A ${thing} tells in metadata.auth that who saved it owns it.`,
      ...SHOWN,
      needs: ['writes', 'own login'],
    },
    async ({ target }) => {
      const { username, config_name } = target.credentials;
      const auth = field(await told(target, await save(target)), 'metadata', 'auth');
      expect(auth).toMatchObject({ owner: { username, config_name } });
    },
  );

  requirement(
    `raas.${topic}.save-access`,
    {
      level: 'should',
      text: `save_${access} gives a role access to a ${thing}: metadata.auth tells it of the role.`,
      source: { client: [CLIENTS.mcp, CLIENTS.samples] },
      confidence: 'client',
      needs: ['writes'],
    },
    async ({ target }) => {
      const uuid = await save(target);
      const access_payload = { User: ['read', 'write'] };
      await target.ret(topic, `save_${access}`, { [parameter]: uuid, access_payload });
      const shown = field(await told(target, uuid), 'metadata', 'auth', 'access', 'User');
      expect(shown).toMatchObject({ read: true, write: true, delete: false });
    },
  );

  requirement(
    `raas.${topic}.get-access`,
    {
      level: 'should',
      text: `get_${access} names the roles that have access to a ${thing}.`,
      source: { inferred: 'it gives an object, and its counterpart takes roles by name' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const uuid = await save(target);
      const access_payload = { User: ['read'] };
      await target.ret(topic, `save_${access}`, { [parameter]: uuid, access_payload });
      const shown = await target.ret(topic, `get_${access}`, { [parameter]: uuid });
      expect(JSON.stringify(shown)).toContain('"User"');
    },
  );

  requirement(
    `raas.${topic}.unknown-role`,
    {
      level: 'should',
      text: `save_${access} refuses a role that there is not, and a kind of access that there is not.`,
      source: { inferred: 'roles and kinds of access are those that the server has' },
      confidence: 'inferred',
      needs: ['writes'],
    },
    async ({ target }) => {
      const uuid = await save(target);
      for (const access_payload of [
        { [target.unique('role')]: ['read'] },
        { User: ['saltproof'] },
      ]) {
        const given = { [parameter]: uuid, access_payload };
        expectError(await target.rpc(topic, `save_${access}`, given));
      }
    },
  );

  requirement(
    `raas.${topic}.not-of-others`,
    {
      level: 'should',
      text: `Who has few rights is refused to delete a ${thing} of somebody else, and to give away access to it.`,
      source: {
        documented: DOCUMENTS.permissions,
        inferred: 'every call needs its permission, and errors of permissions come inside 200',
      },
      confidence: 'inferred',
      needs: ['writes', 'limited user'],
    },
    async ({ target }) => {
      const uuid = await save(target);
      const limited = target.as('limited');
      const given = { [parameter]: uuid, access_payload: { User: ['delete'] } };
      expectError(await limited.rpc(topic, `save_${access}`, given));
      expectError(await limited.rpc(topic, remove, { [parameter]: uuid }));
      expect(field(await told(target, uuid), 'uuid')).toBe(uuid);
    },
  );
}
