import { catalogue } from './catalogue.ts';

/** The trainer's sign-off. */
export const signoffTexts = catalogue(
  {
    title: 'Klartecken',
    back: 'Till klartecken',
    intro:
      'När du ger klartecken säger du att personen är redo att hålla sin första intervju med den här versionen av guiden. Personen ser det.',
    whom: 'Kollegor',
    nobody:
      'Det finns ingen att ge klartecken till än. Arbetsledaren bjuder in kollegor under Medlemmar.',
    state_none: 'Klartecken saknas',
    state_signed: (version: string, date: string) => `Har klartecken för guide ${version}, ${date}`,
    state_renew: 'Dags att förnya',
    yourself: 'Du kan inte ge dig själv klartecken. Be en annan utbildare.',
    onlyTrainer: 'Bara en utbildare kan ge klartecken.',
    notSeenHere: 'Hur långt någon har kommit går bara till utbildarna, så det visas inte här.',
    what: 'Det här är kvar',
    nothingLeft: 'Allt annat är klart. Bara ditt klartecken är kvar.',
    leftModule: (order: number, title: string) => `Modul ${order}: ${title}`,
    leftPractice: 'Ett övningssamtal med den här versionen av guiden',
    notShared: (name: string) =>
      `${name} har inte delat hur långt hen har kommit. Be hen dela det under Utbildning, eller gå igenom modulerna tillsammans innan du ger klartecken.`,
    stillLeft:
      'Du kan ge klartecken ändå. Det sparas, men den första intervjun får vänta tills resten är klart.',
    practice: 'Övningssamtal',
    noPractice: 'Inget övningssamtal är delat.',
    practiceRow: (name: string, reached: number, of: number, when: string) =>
      `${name}: ${reached} av ${of} kontrollpunkter, ${when}`,
    practiceWhen: (version: string, date: string) => `guidens version ${version}, ${date}`,
    guide: (title: string, version: string) => `Gäller ${title}, version ${version}.`,
    note: 'Anteckning till personen',
    noteHint: 'Valfritt. Personen och kontorets utbildare och arbetsledare kan läsa den.',
    sign: (name: string) => `Ge klartecken till ${name}`,
    signAgain: (name: string) => `Ge nytt klartecken till ${name}`,
    done: (name: string) =>
      `${name} har klartecken. Det syns hos personen när surfplattan har haft nät.`,
    signedBy: (by: string, date: string) => `Klartecken av ${by} den ${date}.`,
    someone: 'en utbildare',
    holdsUntil: (date: string) => `Gäller till ${date}.`,
    renewNow: 'Klartecknet behöver förnyas: det är för gammalt eller gäller en äldre guide.',
    takeBack: 'Ta tillbaka klartecknet',
    takeBackTitle: (name: string) => `Ta tillbaka klartecknet för ${name}?`,
    takeBackWhat:
      'Har personen inte hållit någon intervju med guiden får den första vänta tills någon ger klartecken igen, om kontoret kräver det. Den som redan intervjuar påminns före varje intervju, men kan börja.',
    reason: 'Varför?',
    reasonHint: 'Personen kan läsa det du skriver.',
    reasonMissing: 'Skriv varför, så att personen vet vad som behöver göras.',
    takeBackYes: 'Ta tillbaka',
    takeBackNo: 'Låt det stå kvar',
    takenBack: (name: string) => `Klartecknet för ${name} är tillbakataget.`,
    takenBackBy: (by: string, date: string, reason: string) =>
      `Tillbakataget av ${by} den ${date}: ${reason}`,
    notSaved: 'Det gick inte att spara på den här datorn. Försök igen.',
    notSent: 'Sparat här. Det skickas när datorn når kontoret.',
  },
  {
    title: 'Sign-off',
    back: 'To sign-off',
    intro:
      'When you sign off you say that the person is ready to hold their first interview with this version of the guide. The person sees your sign-off.',
    whom: 'Colleagues',
    nobody: 'There is nobody to sign off yet. The supervisor invites colleagues under Members.',
    state_none: 'Not signed off',
    state_signed: (version: string, date: string) => `Signed off for guide ${version}, ${date}`,
    state_renew: 'Time to renew',
    yourself: 'You cannot sign off yourself. Ask another trainer.',
    onlyTrainer: 'Only a trainer can sign off.',
    notSeenHere: 'How far somebody has come goes to the trainers only, so it is not shown here.',
    what: 'This is left',
    nothingLeft: 'Everything else is done. Only the sign-off is left.',
    leftModule: (order: number, title: string) => `Module ${order}: ${title}`,
    leftPractice: 'A practice talk by this version of the guide',
    notShared: (name: string) =>
      `${name} has not shared how far they have come. Ask them to share it under Training, or go through the modules together before you sign off.`,
    stillLeft:
      'You can sign off all the same. The sign-off is kept, but the first interview waits until the rest is done.',
    practice: 'Practice talks',
    noPractice: 'No practice talk is shared.',
    practiceRow: (name: string, reached: number, of: number, when: string) =>
      `${name}: ${reached} of ${of} checkpoints, ${when}`,
    practiceWhen: (version: string, date: string) => `guide version ${version}, ${date}`,
    guide: (title: string, version: string) => `Holds for ${title}, version ${version}.`,
    note: 'Note to the person',
    noteHint: "Optional. The person and the office's trainers and supervisors can read it.",
    sign: (name: string) => `Sign off ${name}`,
    signAgain: (name: string) => `Sign off ${name} again`,
    done: (name: string) =>
      `${name} is signed off. The person sees it when their tablet has had a network.`,
    signedBy: (by: string, date: string) => `Signed off by ${by} on ${date}.`,
    someone: 'a trainer',
    holdsUntil: (date: string) => `Holds until ${date}.`,
    renewNow: 'The sign-off needs renewing: it is too old or holds for an older guide.',
    takeBack: 'Take back the sign-off',
    takeBackTitle: (name: string) => `Take back the sign-off of ${name}?`,
    takeBackWhat:
      'If the person has held no interview by this guide, the first one waits until somebody signs off again, where the office requires it. Whoever interviews already is reminded before each interview and may begin.',
    reason: 'Why?',
    reasonHint: 'The person can read what you write.',
    reasonMissing: 'Write why, so that the person knows what needs doing.',
    takeBackYes: 'Take back',
    takeBackNo: 'Let it stand',
    takenBack: (name: string) => `The sign-off of ${name} is taken back.`,
    takenBackBy: (by: string, date: string, reason: string) =>
      `Taken back by ${by} on ${date}: ${reason}`,
    notSaved: 'It could not be saved on this computer. Try again.',
    notSent: 'Saved here. It is sent when the computer reaches the office.',
  },
);
