import { expect, test } from '@playwright/test';
import { undocumented } from '../../oracle/observed/normalise/undocumented.ts';

test('the documentation behind a complaint about arguments is taken out, the complaint is not', () => {
  const complaint = "Passed invalid arguments to test.echo: echo() missing 1 argument: 'text'";
  const text = JSON.stringify({ db1: `${complaint}\n\n    Return a "string".\n    `, db2: true });
  expect(undocumented(text)).toBe(`{"db1":"${complaint}\\n\\n<documentation>","db2":true}`);
});

test('of a runner it stands under its usage', () => {
  const complaint = "\nPassed invalid arguments: f() missing 1 argument: 'jid'\n\nUsage:\n\n";
  const text = JSON.stringify([`${complaint}    Return it.\n    `]);
  expect(undocumented(text)).toBe(JSON.stringify([`${complaint}<documentation>`]));
});

test('other complaints differ still', () => {
  const [one, other] = ['a', 'b'].map((name) =>
    undocumented(JSON.stringify(`Passed invalid arguments: ${name}\n\nUsage:\n\n    Do it.`)),
  );
  expect(one).not.toBe(other);
  expect(undocumented('"Passed no invalid arguments"')).toBe('"Passed no invalid arguments"');
});
