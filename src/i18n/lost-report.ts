import { catalogue, count } from './catalogue.ts';

/** The basis for reporting a lost tablet (GDPR art. 33.3), as those who report are given it. */
export const lostReportTexts = catalogue(
  {
    head: (office: string) => `Underlag: förlorad surfplatta, ${office}`,
    found: (when: string) => `Upptäckt: ${when}.`,
    device: (mark: string) => `Enhet: surfplatta ${mark}, i bruk hos en medarbetare.`,
    note: (note: string) => `Vad som hände: ${note}`,
    locked_locked: 'Lås: surfplattan var låst eller avstängd.',
    locked_open: 'Lås: surfplattan var upplåst när den förlorades.',
    locked_unknown: 'Lås: det är inte känt om surfplattan var låst.',
    protection:
      'Skydd: allt innehåll är krypterat på surfplattan (AES-256). Nyckeln skyddas av användarens lösenfras. Appen låser sig efter fem minuter utan användning eller en halv minut i bakgrunden; under en intervju täcks skärmen efter fem minuter och låses efter tio.',
    blocked: (when: string) => `Åtgärd: surfplattan spärrades ${when}.`,
    notBlocked: 'Åtgärd: surfplattan är inte spärrad än.',
    contact: (when: string) => `Senaste kontakt med kontoret: ${when}.`,
    noContact: 'Senaste kontakt med kontoret: inte känd.',
    people: (n: number) =>
      `Berörda: namn och kontaktväg till ${count(n, 'person', 'personer')} som fått eller ska få frågan om intervju.`,
    earlier: (n: number) =>
      `Därtill kan uppgifter från högst ${count(n, 'tidigare tilldelning', 'tidigare tilldelningar')} ligga kvar.`,
    drafts: (n: number) =>
      `Halvfärdiga intervjuer: kontoret har ${count(n, 'förseglad kopia', 'förseglade kopior')}. Vad som skrevs efter den senaste är inte känt.`,
    noDrafts: 'Halvfärdiga intervjuer: inga kopior är kända på kontoret.',
    draftsUnknown:
      'Halvfärdiga intervjuer: det är inte känt om kontoret har några kopior. Kontoret har inte svarat än.',
    handedIn: (n: number) =>
      `Inlämnade intervjuer som kan ligga kvar på surfplattan: högst ${n}. De finns också på kontoret.`,
    kind: 'Kategorier av personuppgifter: kod, namn, kontaktväg och vad som sagts i intervjuer om tiden i familjehem eller annan placering. Det kan vara känsliga uppgifter (artikel 9) som skyddas av sekretess.',
    consequence: 'Sannolika konsekvenser: fylls i efter er bedömning.',
    contactPerson: 'Dataskyddsombud och kontaktperson: fylls i.',
  },
  {
    head: (office: string) => `Basis for a report: lost tablet, ${office}`,
    found: (when: string) => `Discovered: ${when}.`,
    device: (mark: string) => `Device: tablet ${mark}, used by a member of staff.`,
    note: (note: string) => `What happened: ${note}`,
    locked_locked: 'Lock: the tablet was locked or switched off.',
    locked_open: 'Lock: the tablet was unlocked when it was lost.',
    locked_unknown: 'Lock: it is not known whether the tablet was locked.',
    protection:
      'Protection: all content is encrypted on the tablet (AES-256). The key is protected by the user’s passphrase. The app locks after five minutes without use or half a minute in the background; during an interview the screen is covered after five minutes and locked after ten.',
    blocked: (when: string) => `Measure: the tablet was blocked ${when}.`,
    notBlocked: 'Measure: the tablet is not blocked yet.',
    contact: (when: string) => `Last contact with the office: ${when}.`,
    noContact: 'Last contact with the office: not known.',
    people: (n: number) =>
      `Concerned: name and contact of ${count(n, 'person', 'people')} who were or are to be asked for an interview.`,
    earlier: (n: number) =>
      `In addition, data from at most ${count(n, 'earlier assignment', 'earlier assignments')} may remain.`,
    drafts: (n: number) =>
      `Half-done interviews: the office has ${count(n, 'sealed copy', 'sealed copies')}. What was written after the last is not known.`,
    noDrafts: 'Half-done interviews: no copies are known at the office.',
    draftsUnknown:
      'Half-done interviews: it is not known whether the office has any copies. The office has not answered yet.',
    handedIn: (n: number) =>
      `Interviews handed in that may remain on the tablet: at most ${n}. They are also at the office.`,
    kind: 'Categories of personal data: code, name, contact and what was said in interviews about the time in a foster home or another placement. This may be sensitive data (article 9) under secrecy.',
    consequence: 'Likely consequences: to be filled in after your judgement.',
    contactPerson: 'Data protection officer and contact: to be filled in.',
  },
);
