import { expect, test } from '@playwright/test';
import { readLdapFilter } from '../../simulator/raas/directories/ldap-filter.ts';

/* Filters of directories, as LDAP has them (RFC 4515). */

const ANN = { objectclass: ['top', 'person'], cn: ['Ann Other'], mail: [] };

for (const [filter, holds] of [
  ['(cn=ann other)', true],
  ['(cn=ann)', false],
  ['(cn=ann*)', true],
  ['(cn=*other)', true],
  ['(cn=*n*t*r)', true],
  ['(cn=*x*)', false],
  ['(cn=ann other*ann other)', false],
  ['(cn=*)', true],
  ['(mail=*)', false],
  ['(objectClass=person)', true],
  ['(&(objectClass=person)(cn=a*))', true],
  ['(&(objectClass=person)(cn=b*))', false],
  ['(|(cn=b*)(cn=a*))', true],
  ['(!(cn=b*))', true],
  ['(&(|(cn=a*)(cn=b*))(!(mail=*)))', true],
] as const)
  test(`${filter} ${holds ? 'holds' : 'does not hold'} of ann`, () => {
    expect(readLdapFilter(filter)(ANN)).toBe(holds);
  });

for (const wrong of [
  '',
  'cn=a',
  '(cn=a',
  '(&(cn=a)',
  '(cn)',
  '(!(cn=a)(cn=b))',
  '(cn=a))',
  '(&'.repeat(200),
])
  test(`${wrong.slice(0, 20) || 'nothing'} is no filter`, () => {
    expect(() => readLdapFilter(wrong)).toThrow(SyntaxError);
  });
