import { catalogue, count } from './catalogue.ts';

/** The supervisor's list, comments and decision, and the note that the tablet shows after a return. */
export const reviewTexts = catalogue(
  {
    inbox: 'Granskning',
    inboxIntro: 'Skydd först, sedan det som har väntat längst.',
    emptyTitle: 'Inga intervjuer har kommit än',
    emptyWhat:
      'När en intervjuare färdigställer en intervju förseglas den på surfplattan och skickas hit så fort surfplattan når kontoret. Då syns den här, och bara du och andra arbetsledare kan öppna den.',
    emptyHow:
      'En intervju kan också komma som fil, på ett minne eller en annan väg. Öppna filen under Inställningar.',
    emptySafety:
      'Ett meddelande om skydd kommer direkt, före resten av intervjun, och står alltid överst.',
    filter: 'Visa',
    all: 'Alla',
    search: 'Sök på deltagarens kod',
    noMatch: 'Ingen intervju passar sökningen.',
    clear: 'Visa alla',
    list: 'Intervjuer',
    completed: (date: string) => `Färdigställd ${date}`,
    notCompleted: (date: string) => `Påbörjad ${date}`,
    toReview: 'Att granska',
    revised: 'Kompletterad',
    returned: 'Återlämnad',
    approved: 'Godkänd',
    flagOnly: 'Bara flaggan har kommit',
    flags: (n: number) => count(n, 'skyddsflagga', 'skyddsflaggor'),
    openComments: (n: number) => count(n, 'öppen kommentar', 'öppna kommentarer'),

    reading: (code: string) => `Intervju ${code}`,
    back: 'Till granskningen',
    opening: 'Öppnar intervjun …',
    missing: 'Intervjun finns inte på den här datorn.',

    commentWhole: 'Kommentera svaret',
    commentMemo: 'Kommentera fältet',
    commentSelected: 'Kommentera markeringen',
    commentHint: 'Markera ord i texten för att kommentera just dem.',
    commentAbout: (heading: string) => `Kommentar till: ${heading}`,
    commentText: 'Din kommentar till intervjuaren',
    commentTextHint: 'Skriv vad som ska kompletteras eller ändras, och gärna vad som blev bra.',
    commentEmpty: 'Skriv något i kommentaren först.',
    commentPick: 'Välj ord i texten',
    commentPickHint: 'Markera här, med tangentbordet (skift och pilar) eller med pekaren.',
    commentOn: 'Kommentaren gäller',
    commentOnWhole: 'Hela texten',
    save: 'Spara kommentaren',
    cancel: 'Avbryt',
    comments: 'Kommentarer',
    commentBy: (name: string, when: string) => `${name}, ${when}`,
    commentMoved: 'Texten runt om har ändrats sedan kommentaren skrevs.',
    commentLost: 'De här orden finns inte längre i texten.',
    commentTakenBack: 'Deltagaren har tagit tillbaka orden som kommentaren gällde.',
    commentsErased: (n: number) =>
      `${count(n, 'kommentar har', 'kommentarer har')} raderats tillsammans med ord som deltagaren tog tillbaka.`,
    resolve: 'Klar',
    resolveThis: (text: string) => `Markera som klar: ${text}`,
    resolved: 'Klar',

    decision: 'Ditt beslut',
    decisionOpen: (n: number) => `Du har ${count(n, 'öppen kommentar', 'öppna kommentarer')}.`,
    decisionNone: 'Läs klart först. Sedan godkänner du, eller återlämnar för komplettering.',
    toDecision: 'Till beslutet',
    return: 'Återlämna för komplettering',
    approve: 'Godkänn',
    returnTitle: 'Återlämna intervjun?',
    returnWhat:
      'Intervjun öppnas igen för intervjuaren, som ser exakt vilka ställen du har kommenterat. Den når surfplattan nästa gång den har kontakt med kontoret.',
    returnThen:
      'När intervjuaren har kompletterat och färdigställt igen kommer en ny version hit. Den ersätter den här, och du granskar på nytt.',
    returnComments: (n: number) =>
      `Skickas med: ${count(n, 'öppen kommentar', 'öppna kommentarer')}.`,
    returnNote: 'Hälsning till intervjuaren',
    returnNoteHint: 'Till exempel vad som blev bra, och vad som är viktigast att komplettera.',
    returnNothing: 'Kommentera minst ett ställe, eller skriv vad som ska kompletteras.',
    returnNow: 'Återlämna',
    approveTitle: 'Godkänn intervjun?',
    approveWhat:
      'Granskningen av den här versionen är klar. Intervjuaren får veta det, och intervjun tas bort från surfplattan efter den tid som kontoret har bestämt.',
    approveThen: 'Kommer en ny version senare behöver den granskas på nytt.',
    approveFlags: 'Godkännandet avslutar inte skyddsflaggan. Följ upp den i den ordning ni har.',
    approveComments: (n: number) =>
      `Du har ${count(n, 'öppen kommentar', 'öppna kommentarer')}. De följer med, men intervjun återlämnas inte.`,
    approveFaults: 'Kedjan av händelser är inte hel. Godkänn bara om du vet varför.',
    approveNow: 'Godkänn',
    decidedReturned: (name: string, when: string) =>
      `${name} återlämnade den här versionen ${when}. Den väntar på intervjuaren.`,
    decidedApproved: (name: string, when: string) => `${name} godkände den här versionen ${when}.`,
    yourNote: 'Hälsningen till intervjuaren',
    sent: 'Det är sparat och på väg till intervjuaren.',
    notSent:
      'Det är sparat här men har inte lagts i utkorgen. Synka igen när du har kontakt med kontoret.',
    notSaved:
      'Det gick inte att spara. Texten står kvar. Frigör utrymme på datorn och försök igen.',
    notAllowed:
      'Intervjun har fått ett beslut eller en ny version medan du läste. Läs det som står nu och försök igen.',

    noteTitle: 'Återlämnad för komplettering',
    noteFrom: (name: string, when: string) => `${name} läste intervjun ${when}.`,
    noteWhat: 'Det här ska du komplettera. Resten kan stå som det är.',
    noteOnlyWords: 'Inga särskilda ställen är kommenterade. Läs hälsningen.',
    noteThen: 'Färdigställ igen när du är klar. Då skickas den nya versionen till arbetsledaren.',
    goQuestion: 'Gå till frågan',
    goMemo: 'Gå till memot',
    goTo: (where: string, heading: string) => `${where}: ${heading}`,
    memoField: (label: string) => `Memo: ${label}`,
  },
  {
    inbox: 'Review',
    inboxIntro: 'Safety first, then what has waited longest.',
    emptyTitle: 'No interviews have come yet',
    emptyWhat:
      'When an interviewer completes an interview, it is sealed on the tablet and sent here as soon as the tablet reaches the office. It then shows here, and only you and other supervisors can open it.',
    emptyHow:
      'An interview can also come as a file, on a memory stick or another way. Open the file under Settings.',
    emptySafety:
      'A message about safety comes at once, ahead of the interview, and is always at the top.',
    filter: 'Show',
    all: 'All',
    search: 'Search by the participant’s code',
    noMatch: 'No interview matches the search.',
    clear: 'Show all',
    list: 'Interviews',
    completed: (date: string) => `Completed ${date}`,
    notCompleted: (date: string) => `Started ${date}`,
    toReview: 'To review',
    revised: 'Revised',
    returned: 'Returned',
    approved: 'Approved',
    flagOnly: 'Only the flag has come',
    flags: (n: number) => count(n, 'safety flag', 'safety flags'),
    openComments: (n: number) => count(n, 'open comment', 'open comments'),

    reading: (code: string) => `Interview ${code}`,
    back: 'To the reviews',
    opening: 'Opening the interview …',
    missing: 'The interview is not on this computer.',

    commentWhole: 'Comment on the answer',
    commentMemo: 'Comment on the field',
    commentSelected: 'Comment on the selection',
    commentHint: 'Select words in the text to comment on just those.',
    commentAbout: (heading: string) => `Comment on: ${heading}`,
    commentText: 'Your comment to the interviewer',
    commentTextHint: 'Write what should be added or changed, and what went well.',
    commentEmpty: 'Write something in the comment first.',
    commentPick: 'Choose words in the text',
    commentPickHint: 'Select here, with the keyboard (shift and arrows) or the pointer.',
    commentOn: 'The comment is about',
    commentOnWhole: 'The whole text',
    save: 'Save the comment',
    cancel: 'Cancel',
    comments: 'Comments',
    commentBy: (name: string, when: string) => `${name}, ${when}`,
    commentMoved: 'The text around it has changed since the comment was written.',
    commentLost: 'These words are no longer in the text.',
    commentTakenBack: 'The participant has taken back the words that the comment was about.',
    commentsErased: (n: number) =>
      `${count(n, 'comment was', 'comments were')} erased together with words that the participant took back.`,
    resolve: 'Done',
    resolveThis: (text: string) => `Mark as done: ${text}`,
    resolved: 'Done',

    decision: 'Your decision',
    decisionOpen: (n: number) => `You have ${count(n, 'open comment', 'open comments')}.`,
    decisionNone: 'Read to the end first. Then approve, or return the interview for completion.',
    toDecision: 'To the decision',
    return: 'Return for completion',
    approve: 'Approve',
    returnTitle: 'Return the interview?',
    returnWhat:
      'The interview opens again for the interviewer, who sees exactly which places you commented on. It reaches the tablet the next time it is in contact with the office.',
    returnThen:
      'When the interviewer has mended and completed it again, a new version comes here. It replaces this one, and you review anew.',
    returnComments: (n: number) => `Sent along: ${count(n, 'open comment', 'open comments')}.`,
    returnNote: 'Words to the interviewer',
    returnNoteHint: 'For example what went well, and what matters most to add.',
    returnNothing: 'Comment on at least one place, or write what should be added.',
    returnNow: 'Return',
    approveTitle: 'Approve the interview?',
    approveWhat:
      'The review of this version is done. The interviewer is told, and the interview leaves the tablet after the time your office has decided.',
    approveThen: 'If a new version comes later, it needs a new review.',
    approveFlags:
      'Approving does not close the safety flag. Follow it up in the way your office does.',
    approveComments: (n: number) =>
      `You have ${count(n, 'open comment', 'open comments')}. They go along, but the interview is not returned.`,
    approveFaults: 'The chain of events is not whole. Approve only if you know why.',
    approveNow: 'Approve',
    decidedReturned: (name: string, when: string) =>
      `${name} returned this version ${when}. It waits for the interviewer.`,
    decidedApproved: (name: string, when: string) => `${name} approved this version ${when}.`,
    yourNote: 'The words to the interviewer',
    sent: 'It is saved and on its way to the interviewer.',
    notSent:
      'It is saved here but was not put in the outbox. Sync again when you are in contact with the office.',
    notSaved: 'It could not be saved. The text is still here. Free some space and try again.',
    notAllowed:
      'The interview got a decision or a new version while you were reading. Read what it says now and try again.',

    noteTitle: 'Returned for completion',
    noteFrom: (name: string, when: string) => `${name} read the interview ${when}.`,
    noteWhat: 'This is what to mend. The rest can stay as it is.',
    noteOnlyWords: 'No particular places are commented on. Read the words above.',
    noteThen:
      'Complete it again when you are done. The new version is then sent to the supervisor.',
    goQuestion: 'Go to the question',
    goMemo: 'Go to the memo',
    goTo: (where: string, heading: string) => `${where}: ${heading}`,
    memoField: (label: string) => `Memo: ${label}`,
  },
);

export type ReviewTexts = (typeof reviewTexts)['sv'];
