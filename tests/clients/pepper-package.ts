import { isInstalled, type Installation } from '../../oracle/pypi/install.ts';

/** The client, with what it imports and does not ask for: requests, and setuptools with pkg_resources. */
export const PEPPER: Installation = {
  name: 'salt-pepper-0.7.6',
  requirements: ['salt-pepper==0.7.6', 'requests==2.32.5', 'setuptools==75.8.2'],
};

/** Why there is no pepper to test with; undefined where there is. */
export function whyNoPepper(): string | undefined {
  return isInstalled(PEPPER) ? undefined : 'salt-pepper is not installed, see above';
}
