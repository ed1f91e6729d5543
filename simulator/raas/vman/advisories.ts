import type { Random } from '../../master/random.ts';
import { newUuid } from '../uuid.ts';
import type { Advisory, Cve } from './advisory.ts';
import { SHIPPED_ADVISORIES, type WrittenAdvisory } from './shipped-advisories.ts';

/** The shipped advisories, with uuids and what their scores imply. */
export function shippedAdvisories(random: Random, created: number): Advisory[] {
  return SHIPPED_ADVISORIES.map(({ cve_id, score, published_date, ...written }) => ({
    ...written,
    uuid: newUuid(random.named(`advisory ${written.advisory_id}`)),
    cve: cveOf(random, { cve_id, score, published_date, ...written }),
    created,
  }));
}

function cveOf(random: Random, written: WrittenAdvisory): Cve {
  const { cve_id, score, severity, description, published_date } = written;
  const severe = score >= 7;
  return {
    uuid: newUuid(random.named(`cve ${cve_id}`)),
    cve_id,
    description,
    published_date,
    references: { EXAMPLE: { url: `https://advisories.example.com/${cve_id}`, name: cve_id } },
    cvssv2: severe ? 'AV:N/AC:L/Au:N/C:P/I:P/A:P' : 'AV:N/AC:M/Au:N/C:P/I:N/A:N',
    cvssv3: severe
      ? 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H'
      : 'CVSS:3.1/AV:N/AC:H/PR:N/UI:R/S:U/C:L/I:N/A:N',
    cvssv2_base: severe ? 7.5 : 4.3,
    cvssv3_base: score,
    cvssv2_severity: severe ? 'HIGH' : 'MEDIUM',
    cvssv3_severity: severity.toUpperCase(),
    cvssv2_impact_score: severe ? 6.4 : 2.9,
    cvssv3_impact_score: severe ? 5.9 : 1.4,
  };
}
