import { catalogue, count } from './catalogue.ts';

/** What is done about a lost tablet, and the text for the report (domain.md section 3, "Breach"). */
export const lostTexts = catalogue(
  {
    title: 'Förlorad surfplatta',
    intro:
      'När en surfplatta är borta eller stulen: spärra den, se vad som fanns på den, anmäl i tid och låt någon annan ta över. Allt sparas, och alla arbetsledare ser samma sak.',
    toList: 'Till alla förlorade surfplattor',
    open: 'Pågår',
    closed: 'Avslutade',
    none: 'Ingen surfplatta är anmäld som förlorad.',
    lostOf: (mark: string, name: string) => `Surfplatta ${mark}, ${name}`,
    unknownPerson: 'en kollega som har slutat',
    foundAt: (when: string) => `Upptäcktes ${when}`,
    newTitle: 'En surfplatta är borta',
    noDirectory:
      'Här finns ingen lista över kontorets surfplattor. När du provar finns inga surfplattor. Annars hämtas listan när kontoret nås.',
    which: 'Vilken surfplatta?',
    device: (mark: string, name: string) => `${name}, enhet ${mark}`,
    deviceBlocked: (mark: string, name: string) => `${name}, enhet ${mark} (spärrad)`,
    when: 'När upptäcktes det?',
    whenHint: 'Från den stunden räknas 24 och 72 timmar.',
    lockedTitle: 'Var den låst?',
    locked_locked: 'Ja, den var låst eller avstängd',
    locked_open: 'Nej, någon hade låst upp den',
    locked_unknown: 'Det vet vi inte',
    note: 'Vad hände?',
    noteHint: 'Kort, utan deltagares namn. Texten följer med i underlaget till anmälan.',
    start: 'Starta ärendet',
    problem_device: 'Välj vilken surfplatta det gäller.',
    problem_when: 'Skriv dag och klockslag då det upptäcktes. Det kan inte ligga framåt i tiden.',
    problem_store: 'Det kunde inte sparas. Försök igen.',

    blockTitle: 'Spärra surfplattan',
    blockHelp:
      'En spärrad surfplatta kan varken hämta eller lämna något. När den når kontoret får den veta att den är spärrad. Det som ligger på den är fortfarande förseglat med lösenfrasen.',
    block: 'Spärra surfplattan',
    blockSure: 'Spärra surfplattan?',
    blockSureText: (mark: string, name: string) =>
      `Enhet ${mark} för ${name} kan sedan inte användas mot kontoret, och det går inte att ångra. Hittas den får personen en ny inbjudan.`,
    blockYes: 'Ja, spärra den',
    blockNo: 'Nej',
    blockedAt: (when: string) => `Spärrad ${when}.`,
    thisDevice:
      'Det är den här enheten som du sitter vid. En annan arbetsledare behöver spärra den.',
    notInDirectory: 'Enheten finns inte i kontorets lista längre.',

    onItTitle: 'Vad som fanns på den',
    lockPolicy:
      'Återblick låser sig efter fem minuter utan användning eller en halv minut i bakgrunden. Under en intervju täcks skärmen efter fem minuter och låses efter tio.',
    sealed:
      'Allt är förseglat på surfplattan. Utan personens lösenfras kan ingen läsa det, inte heller med surfplattans minne i handen.',
    wasOpen:
      'Var den upplåst kunde den som tog den läsa det som fanns där tills den låste sig. Räkna med att uppgifterna kan ha lästs.',
    askAfterBlock: 'När surfplattan är spärrad berättar kontoret när den senast hördes av.',
    asking: 'Frågar kontoret …',
    askAgain: 'Fråga kontoret igen',
    lastContact: (when: string) => `Den lämnade senast något till kontoret ${when}.`,
    neverContact: 'Den har aldrig lämnat något till kontoret.',
    copies: (n: number, when: string) =>
      `Kontoret har ${count(n, 'förseglad kopia', 'förseglade kopior')} av halvfärdiga intervjuer, den nyaste från ${when}. Det som skrevs efter det finns bara på surfplattan.`,
    noCopies: 'Kontoret har ingen kopia av någon halvfärdig intervju.',
    assigned: (codes: string) => `Namn och kontaktväg till: ${codes}.`,
    assignedNone: 'Inga tilldelade intervjuer, och alltså inga namn eller kontaktvägar därifrån.',
    earlier: (n: number) =>
      `Namn och kontaktväg från ${count(n, 'tidigare tilldelning', 'tidigare tilldelningar')} kan ligga kvar om de inte har tagits bort.`,
    handedIn: (n: number) =>
      `${count(n, 'inlämnad intervju', 'inlämnade intervjuer')} finns på kontoret. De kan ligga kvar på surfplattan tills de har godkänts.`,

    handTitle: 'Låt någon annan ta över',
    handHelp: 'Intervjuerna nedan är fortfarande tilldelade den som hade surfplattan.',
    handNone: 'Inget är tilldelat personen längre.',
    begun: 'påbörjad',
    handOver: 'Lämna över',
    handOverOf: (code: string) => `Lämna över ${code}`,
    draftsTitle: 'Halvfärdiga intervjuer',
    draftsHelp:
      'De senaste kopiorna kan öppnas med återställningsbladet och lämnas till den som går vidare, också intervjuer som började utan tilldelning. Nyckeln används här och nu och sparas inte.',
    draftsFirstBlock: 'Spärra surfplattan först. Kontoret lämnar inte ut kopior från en i bruk.',
    draftsFor: 'Vem går vidare med dem?',
    draftsNobody: 'Välj vem som går vidare.',
    recoveryHint: 'Börjar med AGE-SECRET-KEY. Står på återställningsbladet.',
    draftsRun: 'Öppna och lämna över',
    draftsDone: (codes: string) => `På väg till den som tar över: ${codes}.`,

    clocksTitle: 'Anmäl i tid',
    warningClock: 'Varning inom 24 timmar',
    warningHelp:
      'Till Myndigheten för civilt försvar, om det är en betydande incident (cybersäkerhetslagen 2025:1506). Er informationssäkerhetsansvariga avgör.',
    reportClock: 'Anmälan inom 72 timmar',
    reportHelp:
      'Till Integritetsskyddsmyndigheten, om det inte är osannolikt att någons rättigheter är i fara (dataskyddsförordningen artikel 33). Tala med ert dataskyddsombud. En betydande incident anmäls också till Myndigheten för civilt försvar.',
    before: (when: string) => `Senast ${when}.`,
    hoursLeft: (n: number) =>
      n < 1 ? 'Mindre än en timme kvar.' : `${count(n, 'timme', 'timmar')} kvar.`,
    late: 'Tiden har gått ut. Anmäl ändå, och skriv varför det dröjde.',
    step_blocked: 'Surfplattan är spärrad',
    step_handedOver: 'Det som kan tas över är överlämnat',
    step_earlyWarning: 'Varnat, eller bedömt att det inte behövs',
    step_report: 'Anmält, eller bedömt och dokumenterat att det inte behövs',
    step_participants: 'De berörda är informerade, eller bedömt att det inte behövs',
    mark: 'Klart',
    markOf: (step: string) => `Markera som klart: ${step}`,
    doneAt: (when: string) => `Klart ${when}`,

    reportTitle: 'Underlag till anmälan',
    reportIntro:
      'Texten innehåller inga namn. Läs igenom den, fyll på det som saknas och lämna den till den som anmäler.',
    reportLanguage: 'Språk i underlaget',
    copy: 'Kopiera texten',
    copied: 'Texten är kopierad.',
    copyFailed: 'Det gick inte att kopiera. Markera texten och kopiera den själv, eller skriv ut.',
    print: 'Skriv ut',
    participantsTitle: 'De berörda',
    participantsHelp:
      'Är risken hög för någon ska den personen få veta det utan dröjsmål (artikel 34): ring, på det sätt som är säkert för personen.',

    closeTitle: 'Avsluta ärendet',
    closeHelp: 'Ärendet ligger kvar och kan läsas.',
    remains: (steps: string) => `Kvar att göra: ${steps}.`,
    close: 'Avsluta ärendet',
    closeSure: 'Avsluta ärendet?',
    closeYes: 'Ja, avsluta',
    closedNow: 'Ärendet är avslutat.',
  },
  {
    title: 'Lost tablet',
    intro:
      'When a tablet is gone or stolen: block it, see what was on it, report in time and let somebody else take over. All is kept, and every supervisor sees the same.',
    toList: 'To all lost tablets',
    open: 'Under way',
    closed: 'Closed',
    none: 'No tablet is reported as lost.',
    lostOf: (mark: string, name: string) => `Tablet ${mark}, ${name}`,
    unknownPerson: 'a colleague who has left',
    foundAt: (when: string) => `Discovered ${when}`,
    newTitle: 'A tablet is gone',
    noDirectory:
      'There is no list of the office’s tablets here. In Try it there are none, and in real work it is fetched when the office is reached.',
    which: 'Which tablet?',
    device: (mark: string, name: string) => `${name}, device ${mark}`,
    deviceBlocked: (mark: string, name: string) => `${name}, device ${mark} (blocked)`,
    when: 'When was it discovered?',
    whenHint: 'The 24 and 72 hours count from then.',
    lockedTitle: 'Was it locked?',
    locked_locked: 'Yes, it was locked or switched off',
    locked_open: 'No, somebody had unlocked it',
    locked_unknown: 'We do not know',
    note: 'What happened?',
    noteHint: 'Short, without participants’ names. The text goes into the report.',
    start: 'Begin',
    problem_device: 'Choose which tablet it is.',
    problem_when: 'Write the day and time it was discovered. It cannot lie ahead in time.',
    problem_store: 'It could not be saved. Try again.',

    blockTitle: 'Block the tablet',
    blockHelp:
      'A blocked tablet can neither fetch nor hand over anything. When it reaches the office it is told that it is blocked. What lies on it is still sealed with the passphrase.',
    block: 'Block the tablet',
    blockSure: 'Block the tablet?',
    blockSureText: (mark: string, name: string) =>
      `Device ${mark} of ${name} can then not be used with the office, and it cannot be undone. If it is found, the person gets a new invitation.`,
    blockYes: 'Yes, block it',
    blockNo: 'No',
    blockedAt: (when: string) => `Blocked ${when}.`,
    thisDevice: 'It is the device you sit at. Another supervisor has to block it.',
    notInDirectory: 'The device is no longer in the office’s list.',

    onItTitle: 'What was on it',
    lockPolicy:
      'Återblick locks after five minutes without use or half a minute in the background. During an interview the screen is covered after five minutes and locked after ten.',
    sealed:
      'All is sealed on the tablet. Without the person’s passphrase nobody can read it, not even with the tablet’s memory in hand.',
    wasOpen:
      'If it was unlocked, whoever took it could read what was there until it locked. Assume that the data may have been read.',
    askAfterBlock: 'When the tablet is blocked the office tells when it was last heard of.',
    asking: 'Asking the office …',
    askAgain: 'Ask the office again',
    lastContact: (when: string) => `It last handed something to the office ${when}.`,
    neverContact: 'It has never handed anything to the office.',
    copies: (n: number, when: string) =>
      `The office has ${count(n, 'sealed copy', 'sealed copies')} of half-done interviews, the newest from ${when}. What was written after that is only on the tablet.`,
    noCopies: 'The office has no copy of a half-done interview.',
    assigned: (codes: string) => `Name and contact of: ${codes}.`,
    assignedNone: 'No interviews given, and so no names or contacts from there.',
    earlier: (n: number) =>
      `Name and contact from ${count(n, 'earlier assignment', 'earlier assignments')} may remain if they were not removed.`,
    handedIn: (n: number) =>
      `${count(n, 'interview handed in is', 'interviews handed in are')} at the office. They may remain on the tablet until they are approved.`,

    handTitle: 'Let somebody else take over',
    handHelp: 'The interviews below are still given to the one who had the tablet.',
    handNone: 'Nothing is given to the person any more.',
    begun: 'begun',
    handOver: 'Hand over',
    handOverOf: (code: string) => `Hand over ${code}`,
    draftsTitle: 'Half-done interviews',
    draftsHelp:
      'The last copies can be opened with the recovery sheet and given to the one who goes on, also interviews that began without an assignment. The key is used here and now and is not kept.',
    draftsFirstBlock: 'Block the tablet first. The office gives no copies of one in use.',
    draftsFor: 'Who goes on with them?',
    draftsNobody: 'Choose who goes on.',
    recoveryHint: 'Begins with AGE-SECRET-KEY. It stands on the recovery sheet.',
    draftsRun: 'Open and hand over',
    draftsDone: (codes: string) => `On their way to the one who takes over: ${codes}.`,

    clocksTitle: 'Report in time',
    warningClock: 'Warning within 24 hours',
    warningHelp:
      'To the Swedish Civil Defence Agency (MCF), if the incident is significant (Cybersecurity Act 2025:1506). Your information security officer decides.',
    reportClock: 'Report within 72 hours',
    reportHelp:
      'To the Swedish Authority for Privacy Protection (IMY), unless it is unlikely that anybody’s rights are at risk (GDPR article 33). Speak with your data protection officer. A significant incident is also reported to MCF.',
    before: (when: string) => `By ${when} at the latest.`,
    hoursLeft: (n: number) =>
      n < 1 ? 'Less than an hour left.' : `${count(n, 'hour', 'hours')} left.`,
    late: 'The time is over. Report all the same, and write why it took so long.',
    step_blocked: 'The tablet is blocked',
    step_handedOver: 'What can be taken over is handed over',
    step_earlyWarning: 'Warned, or judged not to be needed',
    step_report: 'Reported, or judged and documented not to be needed',
    step_participants: 'Those concerned are informed, or judged not to be needed',
    mark: 'Done',
    markOf: (step: string) => `Mark as done: ${step}`,
    doneAt: (when: string) => `Done ${when}`,

    reportTitle: 'Text for the report',
    reportIntro:
      'The text holds no names. Read it through, fill in what is missing and give it to the one who reports.',
    reportLanguage: 'Language of the text',
    copy: 'Copy the text',
    copied: 'The text is copied.',
    copyFailed: 'It could not be copied. Select the text and copy it yourself, or print.',
    print: 'Print',
    participantsTitle: 'Those concerned',
    participantsHelp:
      'If the risk is high for somebody, that person is to be told without delay (article 34): call, in the way that is safe for the person.',

    closeTitle: 'Close the matter',
    closeHelp: 'It stays here and can be read.',
    remains: (steps: string) => `Left to do: ${steps}.`,
    close: 'Close the matter',
    closeSure: 'Close the matter?',
    closeYes: 'Yes, close it',
    closedNow: 'The matter is closed.',
  },
);
