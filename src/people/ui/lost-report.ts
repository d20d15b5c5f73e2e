import type { Language } from '../../i18n/catalogue.ts';
import { clockTime, longDate } from '../../i18n/format.ts';
import { lostReportTexts } from '../../i18n/lost-report.ts';
import type { IncidentSummary } from '../model/incident.ts';
import { markOf, type LeftAt } from '../model/lost.ts';

export interface ReportFacts {
  readonly office: string;
  readonly incident: Pick<IncidentSummary, 'device' | 'discoveredAt' | 'locked' | 'note'>;
  readonly blockedAt: number | null;
  /** Null when the office has not told. */
  readonly left: LeftAt | null;
  readonly people: number;
  readonly earlier: number;
  readonly handedIn: number;
}

/**
 * The basis for a report of a personal data breach (GDPR art. 33.3), a paragraph a line. It names nobody: neither
 * participants nor the member of staff.
 */
export function reportLines(facts: ReportFacts, language: Language): readonly string[] {
  const t = lostReportTexts[language];
  const { incident, left } = facts;
  // With the year: what is handed to an authority is read long after.
  const at = (when: number) => `${longDate(when, language)} ${clockTime(when, language)}`;
  return [
    t.found(at(incident.discoveredAt)),
    t.device(markOf(incident.device)),
    ...(incident.note.trim() ? [t.note(incident.note.trim())] : []),
    t[`locked_${incident.locked}`],
    t.protection,
    facts.blockedAt === null ? t.notBlocked : t.blocked(at(facts.blockedAt)),
    left?.lastContact == null ? t.noContact : t.contact(at(left.lastContact)),
    t.people(facts.people),
    ...(facts.earlier > 0 ? [t.earlier(facts.earlier)] : []),
    drafts(),
    ...(facts.handedIn > 0 ? [t.handedIn(facts.handedIn)] : []),
    t.kind,
    t.consequence,
    t.contactPerson,
  ];

  /** What was not asked, or not answered, is not known: an authority is told no more. */
  function drafts(): string {
    if (!left) return t.draftsUnknown;
    return left.copies > 0 ? t.drafts(left.copies) : t.noDrafts;
  }
}
