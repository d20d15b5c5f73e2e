import { catalogue, count } from './catalogue.ts';

/** The checklist, the thread under a comment, what changed between two versions, and who decided what. */
export const checkingTexts = catalogue(
  {
    left: (n: number) => `${count(n, 'obligatorisk punkt', 'obligatoriska punkter')} kvar.`,
    allDone: 'Alla obligatoriska punkter är klara.',
    notRelevant: 'Gäller inte här',
    notRelevantThis: (label: string) => `Gäller inte här: ${label}`,
    optional: 'frivillig',
    asBefore: (revision: number) => `Markera som i version ${revision}`,
    formal: 'Förutsättningar',
    safety: 'Säkerhet',
    privacy: 'Integritet',
    quality: 'Kvalitet',
    care: 'Omsorg',
    use: 'Användning',
    blockedTitle: 'Intervjun kan inte godkännas än',
    blockedWhat: 'De här punkterna i checklistan är obligatoriska och inte markerade:',
    goChecklist: 'Gå till checklistan',

    thread: 'Svar',
    answer: 'Svara',
    answerThis: (text: string) => `Svara på kommentaren: ${text}`,
    answerText: 'Ditt svar',
    answerHint: 'Svaret syns för intervjuaren och för alla arbetsledare.',
    send: 'Skicka svaret',
    cancel: 'Avbryt',
    empty: 'Skriv något i svaret först.',

    gone: 'Kommentarer till text som inte finns kvar',
    goneWhat:
      'Texten som kommentarerna gällde har skrivits om eller tagits bort. Kommentarerna visas här med orden som de var.',
    goneAt: (where: string) => `Gällde: ${where}`,
    goneMemo: 'Memot',

    showChanges: 'Visa vad som är ändrat',
    hideChanges: 'Dölj ändringarna',
    changesSince: (revision: number) => `Jämfört med version ${revision}:`,
    added: 'tillagt:',
    removed: 'borttaget:',
    end: 'slut.',
    nothing: 'Texten är densamma. Något annat i svaret är ändrat.',
    outcomeBefore: (outcome: string) => `Tidigare: ${outcome}`,

    forkTitle: 'Två versioner av samma uppgift',
    forkWhat:
      'Surfplattan har skrivit två olika uppgifter med samma nummer. Det kan bero på att en säkerhetskopia har lagts tillbaka. Båda visas här, och ingen av dem är borttagen.',
    forkPlace: (place: number) => `Uppgift nummer ${place}`,
    forkAnswer: (question: string) => `Svar på: ${question}`,
    forkMemo: (field: string) => `Fält i memot: ${field}`,
    forkOther: 'En uppgift utan text',
    forkErased: 'Orden är raderade.',

    waitsForSecond:
      'Programmet kräver att två arbetsledare godkänner. Intervjun väntar på en arbetsledare till.',
    returnStands:
      'Ni har beslutat olika om samma version. Återlämningen gäller: intervjun läses hellre en gång för mycket. Tala gärna med varandra.',
    decidedEarlier: (revision: number) =>
      `Ditt beslut gällde version ${revision}, som har ersatts. Den nya versionen behöver granskas.`,

    lockedAnswer:
      'Den här frågan är låst. Arbetsledaren har öppnat bara de ställen som är kommenterade. Behöver något mer ändras, svara på en kommentar och be om det.',
    lockedTools:
      'Tidslinje, vänd vy, återläsning, omständigheter och avslut är låsta tills du har färdigställt.',
    noAnswer: 'Inget är antecknat.',
    noteAll: 'Inga ställen är utpekade, så hela intervjun är öppen.',
    noteLocked:
      'De kommenterade frågorna och memot är öppna. Resten är låst tills du har färdigställt.',
    returnOpensAll: 'Du har inte kommenterat något ställe. Då öppnas hela intervjun för ändringar.',
    returnOpensPlaces: 'Bara de kommenterade frågorna och memot öppnas för ändringar.',
  },
  {
    left: (n: number) => `${count(n, 'required point', 'required points')} left.`,
    allDone: 'All required points are done.',
    notRelevant: 'Not relevant here',
    notRelevantThis: (label: string) => `Not relevant here: ${label}`,
    optional: 'optional',
    asBefore: (revision: number) => `Mark as in version ${revision}`,
    formal: 'Conditions',
    safety: 'Safety',
    privacy: 'Privacy',
    quality: 'Quality',
    care: 'Care',
    use: 'Use',
    blockedTitle: 'The interview cannot be approved yet',
    blockedWhat: 'These points of the checklist are required and not marked:',
    goChecklist: 'To the checklist',

    thread: 'Answers',
    answer: 'Answer',
    answerThis: (text: string) => `Answer the comment: ${text}`,
    answerText: 'Your answer',
    answerHint: 'The interviewer and all supervisors see the answer.',
    send: 'Send the answer',
    cancel: 'Cancel',
    empty: 'Write something in the answer first.',

    gone: 'Comments on text that is gone',
    goneWhat:
      'The text that the comments were about has been rewritten or removed. They are shown here with the words as they were.',
    goneAt: (where: string) => `Was about: ${where}`,
    goneMemo: 'The memo',

    showChanges: 'Show what changed',
    hideChanges: 'Hide the changes',
    changesSince: (revision: number) => `Compared with version ${revision}:`,
    added: 'added:',
    removed: 'removed:',
    end: 'end.',
    nothing: 'The text is the same. Something else about the answer changed.',
    outcomeBefore: (outcome: string) => `Before: ${outcome}`,

    forkTitle: 'Two versions of the same entry',
    forkWhat:
      'The tablet has written two different entries with the same number. A backup that was put back may be the reason. Both are shown here, and neither is removed.',
    forkPlace: (place: number) => `Entry number ${place}`,
    forkAnswer: (question: string) => `Answer to: ${question}`,
    forkMemo: (field: string) => `Field of the memo: ${field}`,
    forkOther: 'An entry without text',
    forkErased: 'The words are erased.',

    waitsForSecond:
      'The programme asks for two supervisors to approve. The interview waits for one more.',
    returnStands:
      'You have decided differently about the same version. The return stands: better to read once too often. Do talk to each other.',
    decidedEarlier: (revision: number) =>
      `Your decision was about version ${revision}, which has been replaced. The new version needs a review.`,

    lockedAnswer:
      'This question is locked. The supervisor has opened only the places with comments. If more needs changing, answer a comment and ask for it.',
    lockedTools:
      'Timeline, turned view, reading back, circumstances and closing are locked until you have completed.',
    noAnswer: 'Nothing is written.',
    noteAll: 'No place is pointed out, so the whole interview is open.',
    noteLocked:
      'The questions with comments and the memo are open. The rest is locked until you have completed.',
    returnOpensAll:
      'You have not commented on any place. The whole interview then opens for changes.',
    returnOpensPlaces: 'Only the questions with comments and the memo open for changes.',
  },
);
