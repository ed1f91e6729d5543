import { test, expect } from '@playwright/test';
import { RELEASES, releaseOf } from '../../oracle/salt/releases.ts';

test('every line names its newest release', () => {
  expect(releaseOf('3006').version).toBe('3006.28');
  expect(releaseOf('3007').version).toBe('3007.15');
  expect(releaseOf('3008').version).toBe('3008.3');
});

test('pip is asked for Salt and for what rest_cherrypy needs, each in one version', () => {
  for (const { version, requirements } of RELEASES) {
    expect(requirements).toEqual([
      `salt==${version}`,
      'cherrypy==18.10.0',
      'cheroot==11.1.2',
      'ws4py==0.6.0',
    ]);
  }
});

test('a line that nobody runs is refused with those there are', () => {
  expect(() => releaseOf('3005')).toThrow('"3005" to run. Name one of 3006, 3007, 3008.');
});
