import { expect } from '@playwright/test';
import { EVERY_LINE, requirement } from '../requirement.ts';
import { wheelData } from './wheel-data.ts';
import { withKeys } from './with-keys.ts';

const source = { documented: 'salt.wheel.key', observed: EVERY_LINE };

requirement(
  'cherrypy.wheel-keys.nobody',
  {
    level: 'should',
    text: 'Accepting, rejecting or deleting what nobody is called succeeds and answers an empty dict.',
    source: { observed: EVERY_LINE },
    needs: ['wheel', 'writes'],
  },
  async ({ target }) => {
    for (const fun of ['key.accept', 'key.reject', 'key.delete']) {
      const match = target.unique('nobody');
      const data = await wheelData(target, { fun, match });
      expect(data).toMatchObject({ return: {}, success: true });
    }
  },
);

requirement(
  'cherrypy.wheel-keys.reject-and-accept',
  {
    level: 'must',
    text: 'key.reject with include_accepted rejects an accepted key and key.accept with include_rejected accepts it again; each answers where the matching keys are then.',
    source,
    needs: ['wheel', 'writes'],
  },
  (context) =>
    withKeys(context, 2, async ({ target, ids, glob }) => {
      const { authed } = target;
      const reject = { match: glob, include_accepted: true };
      expect(await authed.wheel('key.reject', { match: glob })).toEqual({ minions: ids });
      expect(await authed.wheel('key.reject', reject)).toEqual({ minions_rejected: ids });
      expect(await authed.wheel('key.accept', { match: glob })).toEqual({ minions_rejected: ids });
      const accept = { match: glob, include_rejected: true };
      expect(await authed.wheel('key.accept', accept)).toEqual({ minions: ids });
    }),
);

requirement(
  'cherrypy.wheel-keys.delete',
  {
    level: 'must',
    text: 'key.delete deletes every key that matches and answers an empty dict.',
    source,
    needs: ['wheel', 'writes'],
  },
  (context) =>
    withKeys(context, 2, async ({ target, ids, glob }) => {
      const match = glob;
      expect(await target.authed.wheel('key.name_match', { match })).toEqual({ minions: ids });
      expect(await target.authed.wheel('key.delete', { match })).toEqual({});
      expect(await target.authed.wheel('key.name_match', { match })).toEqual({});
    }),
);

requirement(
  'cherrypy.wheel-keys.dict-forms',
  {
    level: 'should',
    text: 'key.reject_dict, accept_dict and delete_dict take ids by state, and answer where these are then.',
    source,
    needs: ['wheel', 'writes'],
  },
  (context) =>
    withKeys(context, 2, async ({ target: { authed }, ids }) => {
      const [first = ''] = ids;
      const reject = { match: { minions: [first] }, include_accepted: true };
      expect(await authed.wheel('key.reject_dict', reject)).toEqual({ minions_rejected: [first] });
      const accept = { match: { minions_rejected: [first] }, include_rejected: true };
      expect(await authed.wheel('key.accept_dict', accept)).toEqual({ minions: [first] });
      expect(await authed.wheel('key.delete_dict', { match: { minions: ids } })).toEqual({});
    }),
);

requirement(
  'cherrypy.wheel-keys.dict-named-state',
  {
    level: 'may',
    text: 'Up to 3007 key.delete_dict spares a key that is not in the state it is named under.',
    source: { observed: ['3006.28', '3007.15'] },
    until: '3007',
    needs: ['wheel', 'writes'],
  },
  (context) =>
    withKeys(context, 1, async ({ target, ids }) => {
      const match = { minions_rejected: ids };
      expect(await target.authed.wheel('key.delete_dict', { match })).toEqual({ minions: ids });
    }),
);

requirement(
  'cherrypy.wheel-keys.dict-any-state',
  {
    level: 'may',
    text: 'From 3008 on key.delete_dict deletes a key whatever state it is named under.',
    source: { observed: ['3008.3'] },
    since: '3008',
    needs: ['wheel', 'writes'],
  },
  (context) =>
    withKeys(context, 1, async ({ target, ids }) => {
      const match = { minions_rejected: ids };
      expect(await target.authed.wheel('key.delete_dict', { match })).toEqual({});
    }),
);
