import { NotVerified } from '../not-verified.ts';
import type { Target } from '../target/target.ts';

/** @throws NotVerified where the eauth back end of the run's user takes any password */
export function needPasswords({ credentials }: Target): void {
  if (credentials.eauth === 'auto')
    throw new NotVerified('needs an eauth back end that looks at the password; auto takes any');
}
