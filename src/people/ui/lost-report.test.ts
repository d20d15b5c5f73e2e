import { expect, it } from 'vitest';
import { DeviceId } from '../../base/ids.ts';
import { LANGUAGES } from '../../i18n/catalogue.ts';
import { lostReportTexts } from '../../i18n/lost-report.ts';
import { reportLines } from './lost-report.ts';

it.each(LANGUAGES)(
  'says that there are no copies only where the office said so (%s)',
  (language) => {
    const t = lostReportTexts[language];
    const lines = (copies: number | null) =>
      reportLines(
        {
          office: 'Familjehemsenheten, Björkvik',
          incident: {
            device: DeviceId.parse('ab'.repeat(16)),
            discoveredAt: 1_800_000_000_000,
            locked: 'locked',
            note: '',
          },
          blockedAt: null,
          left: copies === null ? null : { lastContact: null, copies, newest: null },
          people: 2,
          earlier: 0,
          handedIn: 0,
        },
        language,
      );
    expect(lines(null)).toContain(t.draftsUnknown);
    expect(lines(null)).not.toContain(t.noDrafts);
    expect(lines(0)).toContain(t.noDrafts);
    expect(lines(2)).toContain(t.drafts(2));
  },
);
