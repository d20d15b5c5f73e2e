import { catalogue } from './catalogue.ts';

/** Interviews that the participant has taken back, and what a retention decision says is to be erased. */
export const erasingTexts = catalogue(
  {
    withdrawPart: 'Deltagaren tar tillbaka intervjun',
    withdrawHelp:
      'Gör det här när deltagaren har hört av sig och inte längre vill vara med. Ingen anledning behövs.',
    withdraw: 'Ta tillbaka och spärra …',
    withdrawSure: (code: string) => `Spärra intervju ${code}?`,
    withdrawWhat:
      'Intervjun spärras direkt, här och på alla andra enheter när de får kontakt. Ingen läser den, och den ingår inte i någon sammanställning. Två arbetsledare raderar den sedan enligt ett gallringsbeslut.',
    withdrawNow: 'Spärra intervjun',
    notKept: 'Det gick inte att spara. Försök igen.',
    cancel: 'Avbryt',

    blockedTitle: 'Intervjun är spärrad',
    blocked: (when: string) =>
      `Deltagaren tog tillbaka intervjun ${when}. Den går inte att läsa. Den raderas när två arbetsledare har godkänt det enligt ett gallringsbeslut.`,
    toErasing: 'Till återtaganden och gallring',
    back: 'Till inkorgen',
    toHome: 'Till startsidan',

    title: 'Återtaganden och gallring',
    intro:
      'En färdigställd intervju är en allmän handling. Den raderas bara enligt ett gallringsbeslut, och två arbetsledare måste godkänna.',
    toPlaces: 'Till verksamheten',
    withdrawnList: 'Återtagna intervjuer',
    noneWithdrawn: 'Ingen har tagit tillbaka sin intervju.',
    dueList: 'Ska gallras',
    noneDue: 'Inget ska gallras nu.',
    noRules:
      'Det finns inga gallringsregler. Skriv in dem under Villkor och regler när beslutet är fattat.',
    doneList: 'Raderat',
    withdrawnAt: (when: string, who: string) => `Återtagen ${when}, antecknat av ${who}`,
    dueSince: (day: string) => `Skulle gallras ${day}`,
    material_sound: 'Ljud',
    material_transcript: 'Utskrift',
    material_interview: 'Svar och memo',
    material_log: 'Logg',
    approve: 'Godkänn radering …',
    approvedBy: (who: string, when: string) => `Godkänt av ${who} ${when}`,
    waitsForOther: 'Väntar på att en annan arbetsledare godkänner.',
    flagFirst:
      'Det finns ett brådskande meddelande som ingen har tagit hand om. Ta hand om det först.',
    approveTitle: (code: string) => `Godkänn radering av ${code}`,
    approveWhat: (materials: string) => `Det här raderas: ${materials}.`,
    approveFor: 'När två arbetsledare har godkänt går det inte att ångra.',
    decision: 'Gallringsbeslut (nummer eller datum)',
    decisionMissing: 'Skriv vilket gallringsbeslut som gäller.',
    approveNow: 'Godkänn radering',
    erasedOn: (when: string) => `Raderat ${when}`,
    certificate: 'Intyg om radering',
    print: 'Skriv ut intyget',
    certificateSays: (code: string) =>
      `Intervju ${code} är raderad. Nycklarna är förstörda på kontorets enheter, och det förseglade materialet är borttaget från kontorets server. Enheter som inte har haft kontakt raderar när de får det.`,
    certificateDecision: (decision: string) => `Gallringsbeslut: ${decision}`,
    leftTitle: 'Det här går inte att kalla tillbaka',
    left_participantCopy: 'Den kopia som deltagaren själv har fått.',
    left_savedFiles: 'Filer som någon har sparat utanför appen.',
    left_backups: 'Säkerhetskopior av servern, i högst 30 dagar.',
    left_compiledYear: 'En årssammanställning som redan är klar.',
  },
  {
    withdrawPart: 'The participant takes the interview back',
    withdrawHelp:
      'Do this when the participant has been in touch and no longer wants to take part. No reason is needed.',
    withdraw: 'Take back and block …',
    withdrawSure: (code: string) => `Block interview ${code}?`,
    withdrawWhat:
      'The interview is blocked at once, here and on every other device when it is in contact. Nobody reads it, and it is part of no compilation. Two supervisors then erase it under a retention decision.',
    withdrawNow: 'Block the interview',
    notKept: 'It could not be saved. Try again.',
    cancel: 'Cancel',

    blockedTitle: 'The interview is blocked',
    blocked: (when: string) =>
      `The participant took the interview back ${when}. It cannot be read. It is erased when two supervisors have approved it under a retention decision.`,
    toErasing: 'To withdrawals and erasing',
    back: 'To the inbox',
    toHome: 'To the start page',

    title: 'Withdrawals and erasing',
    intro:
      'A completed interview is an official document. It is erased only under a retention decision, and two supervisors must approve.',
    toPlaces: 'To the programme',
    withdrawnList: 'Interviews taken back',
    noneWithdrawn: 'Nobody has taken their interview back.',
    dueList: 'To be erased',
    noneDue: 'Nothing is to be erased now.',
    noRules:
      'There are no retention rules. Enter them under Conditions and rules when the decision is made.',
    doneList: 'Erased',
    withdrawnAt: (when: string, who: string) => `Taken back ${when}, noted by ${who}`,
    dueSince: (day: string) => `To be erased ${day}`,
    material_sound: 'Sound',
    material_transcript: 'Transcript',
    material_interview: 'Answers and memo',
    material_log: 'Log',
    approve: 'Approve erasing …',
    approvedBy: (who: string, when: string) => `Approved by ${who} ${when}`,
    waitsForOther: 'Waits for another supervisor to approve.',
    flagFirst: 'There is an urgent message that nobody has taken care of. Take care of it first.',
    approveTitle: (code: string) => `Approve erasing of ${code}`,
    approveWhat: (materials: string) => `This is erased: ${materials}.`,
    approveFor: 'When two supervisors have approved it cannot be undone.',
    decision: 'Retention decision (number or date)',
    decisionMissing: 'Write which retention decision applies.',
    approveNow: 'Approve erasing',
    erasedOn: (when: string) => `Erased ${when}`,
    certificate: 'Certificate of erasure',
    print: 'Print the certificate',
    certificateSays: (code: string) =>
      `Interview ${code} has been erased. The keys have been destroyed on the office’s devices, and the sealed material has been removed from the office’s server. Devices that have not been in contact erase it when they are.`,
    certificateDecision: (decision: string) => `Retention decision: ${decision}`,
    leftTitle: 'This cannot be called back',
    left_participantCopy: 'The copy that the participant was given.',
    left_savedFiles: 'Files that somebody has saved outside the app.',
    left_backups: 'Backups of the server, for at most 30 days.',
    left_compiledYear: 'A yearly compilation that is already finished.',
  },
);
