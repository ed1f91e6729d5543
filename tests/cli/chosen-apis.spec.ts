import { expect, test } from '@playwright/test';
import { embeddedApis, serverApi } from '../../cli/chosen-apis.ts';
import { NETAPIS } from '../../simulator/netapis.ts';

test('on the embedded simulator it is those that are named, of --only, or all', () => {
  expect(embeddedApis(undefined, [])).toEqual([...NETAPIS]);
  expect(embeddedApis('raas', [])).toEqual(['raas']);
  expect(embeddedApis('raas, cherrypy,raas', [])).toEqual(['cherrypy', 'raas']);
  expect(embeddedApis(undefined, ['raas.login', 'raas.xsrf.missing'])).toEqual(['raas']);
  expect(embeddedApis(undefined, ['raas', 'cherrypy.login'])).toEqual(['cherrypy', 'raas']);
});

test('the world of the manual has no RaaS', () => {
  expect(embeddedApis(undefined, [], '0.8.4')).toEqual(['cherrypy', 'tornado', 'wsgi']);
  expect(() => embeddedApis('raas', [], '0.8.4')).toThrow('knows nothing of it');
});

test('on a server it is one: the one that is named, that of --only, or cherrypy', () => {
  expect(serverApi(undefined, [])).toBe('cherrypy');
  expect(serverApi('raas', [])).toBe('raas');
  expect(serverApi(undefined, ['raas.login'])).toBe('raas');
  expect(() => serverApi(undefined, ['raas', 'cherrypy'])).toThrow('one API at a time');
});
