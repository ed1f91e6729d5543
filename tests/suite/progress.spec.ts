import { expect, test } from '@playwright/test';
import { Progress, type ProgressOutput } from '../../specs/progress.ts';

/** What a run of three requirements in two files shows. */
function shown(output: Omit<ProgressOutput, 'write'>): string {
  let text = '';
  const files = new Map([
    ['login.spec.ts', 2],
    ['root.spec.ts', 1],
  ]);
  const progress = new Progress({ ...output, write: (more: string) => (text += more) }, files);
  progress.begin('http://master:8000');
  progress.tried('login.spec.ts', { id: 'cherrypy.login.a', outcome: 'pass' });
  progress.tried('root.spec.ts', { id: 'cherrypy.root.b', outcome: 'not verified' });
  progress.tried('login.spec.ts', { id: 'cherrypy.login.c', outcome: 'fail' });
  progress.end();
  return text;
}

test('in a log there is a line a file, once all of it has been tried', () => {
  expect(shown({})).toBe(
    '3 requirements on http://master:8000\n' +
      'root.spec.ts: 1 not verified\n' +
      'login.spec.ts: 1 passed, 1 failed\n',
  );
});

test('on a terminal one line rewrites itself, never wider than the terminal, and goes away', () => {
  expect(shown({ isTTY: true, columns: 30 }).split('\r\u001B[2K')).toEqual([
    '3 requirements on http://master:8000\n',
    '1/3  1 passed  cherrypy.login',
    '2/3  1 passed, 1 not verified',
    '3/3  1 passed, 1 failed, 1 no',
    '',
  ]);
});
