import { catalogue, count } from './catalogue.ts';

/** Looking back on a practice: the course of the talk, the checkpoints, and questions to think about. */
export const debriefTexts = catalogue(
  {
    title: 'Genomgång',
    titleOf: (alias: string) => `Genomgång av samtalet med ${alias}`,
    intro: 'Så här gick samtalet. Det är inget betyg: det är något att prata om och lära av.',
    when: (date: string, minutes: number) => `${date}, ${count(minutes, 'minut', 'minuter')}`,
    byPerson: 'En kollega spelade den unga.',

    courseTitle: 'Samtalets gång',
    courseAlt: (minutes: number) =>
      `Bild av samtalets gång under ${count(minutes, 'minut', 'minuter')}. Samma sak står i listan under bilden.`,
    courseEmpty: 'Inget sades i den här övningen.',
    lane_interviewer: 'Du',
    lane_silence: 'Tystnad och paus',
    lane_marks: 'Kort och besked',
    courseList: 'Samtalets gång som lista',
    at: (minute: number, second: string) => `${minute}.${second}`,
    said_guide: 'Du ställde guidens fråga.',
    said_probe: 'Du ställde en följdfråga.',
    said_own: (kind: string) => `Du sa något eget: ${kind}.`,
    said_ownPlain: 'Du sa något eget.',
    said_person: (alias: string) => `${alias} svarade.`,
    said_personCue: (alias: string, cue: string) => `${alias} svarade. ${cue}.`,
    said_silence: (seconds: number) => `Tystnad i ${count(seconds, 'sekund', 'sekunder')}.`,
    said_pause: 'Paus.',
    mark_cardOpened: (card: string) => `Stödkortet ”${card}” öppnades.`,
    mark_cardClosed: (card: string) => `Stödkortet ”${card}” avslutades.`,
    mark_wish_skip: (alias: string) => `${alias} ville inte svara.`,
    mark_wish_pause: (alias: string) => `${alias} ville ta en paus.`,
    mark_wish_withdrawAudio: (alias: string) => `${alias} ville inte bli inspelad.`,
    mark_wish_stop: (alias: string) => `${alias} ville sluta.`,
    mark_flagged: 'Meddelande till arbetsledaren.',
    mark_concern: 'Utkast till anmälan.',
    mark_consent: 'Samtycket ändrades.',
    mark_ended: 'Samtalet avslutades.',
    legend:
      'Bokstäverna vid dina egna frågor visar vad för slags fråga det var: Ö öppen, E i personens egna ord, R riktad, G givna svar, L ledande, F flera på en gång.',
    letter_open: 'Ö',
    letter_cued: 'E',
    letter_focused: 'R',
    letter_option: 'G',
    letter_leading: 'L',
    letter_several: 'F',

    countsTitle: 'Vad du gjorde',
    count_guide: 'Guidens frågor',
    count_probe: 'Följdfrågor',
    count_silences: 'Tystnader på tio sekunder eller mer',
    count_pauses: 'Pauser',
    ownTitle: 'Dina egna frågor',
    ownNone: 'Du ställde inga egna frågor.',

    checkpointsTitle: 'Det som övningen visar',
    checkpointsOf: (reached: number, of: number) => `${reached} av ${of} gjordes.`,
    result_reached: 'Gjordes',
    result_missed: 'Gjordes inte',
    result_notMet: 'Kom aldrig upp',
    result_unheard: 'Följdes inte',
    unheardHelp: (alias: string) =>
      `En kollega spelade ${alias}, så det som ni sa högt hördes inte här. Det du tryckte på, stödkort, pauser och det du skrev har följts. Det som står som ”Följdes inte” vet ni två: prata om det. Tystnader har inte räknats.`,
    why: 'Varför',
    after: 'Efter samtalet',

    reflectTitle: 'Tre frågor att tänka på',
    reflectHelp:
      'Svaren är dina egna. De följer med bara om du sparar, skickar eller skriver ut genomgången.',

    print: 'Skriv ut',
    keep: 'Spara hos mig',
    keepHelp:
      'Genomgången sparas krypterad på den här enheten. Bara du ser den. Ett samtal som har avslutats räknas som en genomförd övning i din utbildning.',
    kept: 'Genomgången är sparad hos dig.',
    keptFailed: 'Det gick inte att spara. Försök igen.',
    send: 'Skicka till utbildare',
    sendHelp: 'Kontorets utbildare får läsa genomgången och dina svar. Ingen annan får den.',
    sendTitle: 'Skicka genomgången?',
    sendNow: 'Skicka',
    sent: 'Genomgången är krypterad och skickas till utbildarna.',
    sentAt: (time: string) => `Skickad till utbildarna ${time}.`,
    sentWaits: 'Den ligger krypterad på den här enheten och går iväg när kontoret går att nå.',
    sentReceived: (time: string) => `Kontoret tog emot den ${time}.`,
    sentRefused: 'Kontoret tog inte emot den. Den finns kvar här. Du kan skicka den igen.',
    sentWith: (answers: number) =>
      answers === 0
        ? 'Genomgången följde med, utan svar på de tre frågorna.'
        : `Genomgången följde med, och ${answers} av dina tre svar.`,
    sentOlder: 'Det du har skrivit sedan dess har inte skickats.',
    sendAgain: 'Skicka igen',
    sendAgainTitle: 'Skicka genomgången igen?',
    sendAgainHelp:
      'Utbildarna får genomgången som den är nu, med dina svar. Det som de fick förut har de kvar.',
    sendAgainSame:
      'Du har inte ändrat något sedan du skickade den. Skicka bara igen om någon utbildare inte har fått den.',
    noTrainer: 'Kontoret har ingen utbildare att skicka till.',
    discard: 'Kasta och välj ett nytt fall',
    again: 'Välj ett nytt fall',
    mine: 'Mina genomgångar',
    mineAbout:
      'Genomgångar av övningar som du har sparat. Bara du ser dem, om du inte skickar någon till utbildare.',
    mineNone: 'Du har inte sparat någon genomgång än.',
    mineOf: (alias: string, date: string) => `${alias}, ${date}`,
    toTraining: 'Till utbildningen',
    noVault:
      'Här finns inget kontor att spara hos. Vill du ha kvar genomgången kan du skriva ut den.',
    back: 'Tillbaka',
  },
  {
    title: 'Debrief',
    titleOf: (alias: string) => `Debrief of the talk with ${alias}`,
    intro:
      'This is how the talk went. It is no grade: it is something to talk about and learn from.',
    when: (date: string, minutes: number) =>
      `${date}, ${minutes === 1 ? '1 minute' : `${minutes} minutes`}`,
    byPerson: 'A colleague played the young person.',

    courseTitle: 'The course of the talk',
    courseAlt: (minutes: number) =>
      `A picture of the course of the talk over ${minutes === 1 ? '1 minute' : `${minutes} minutes`}. The list below the picture says the same.`,
    courseEmpty: 'Nothing was said in this practice.',
    lane_interviewer: 'You',
    lane_silence: 'Silence and pause',
    lane_marks: 'Cards and messages',
    courseList: 'The course of the talk as a list',
    at: (minute: number, second: string) => `${minute}:${second}`,
    said_guide: 'You asked the guide’s question.',
    said_probe: 'You asked a follow-up.',
    said_own: (kind: string) => `You said something of your own: ${kind}.`,
    said_ownPlain: 'You said something of your own.',
    said_person: (alias: string) => `${alias} answered.`,
    said_personCue: (alias: string, cue: string) => `${alias} answered. ${cue}.`,
    said_silence: (seconds: number) =>
      `Silence for ${seconds === 1 ? '1 second' : `${seconds} seconds`}.`,
    said_pause: 'Pause.',
    mark_cardOpened: (card: string) => `The support card “${card}” was opened.`,
    mark_cardClosed: (card: string) => `The support card “${card}” was closed.`,
    mark_wish_skip: (alias: string) => `${alias} did not want to answer.`,
    mark_wish_pause: (alias: string) => `${alias} wanted a pause.`,
    mark_wish_withdrawAudio: (alias: string) => `${alias} did not want to be recorded.`,
    mark_wish_stop: (alias: string) => `${alias} wanted to stop.`,
    mark_flagged: 'A message to the supervisor.',
    mark_concern: 'A draft for a report.',
    mark_consent: 'The consent was changed.',
    mark_ended: 'The talk ended.',
    legend:
      'The letters at your own questions show what kind they were: O open, C in the person’s own words, F focused, G given answers, L leading, S several at once.',
    letter_open: 'O',
    letter_cued: 'C',
    letter_focused: 'F',
    letter_option: 'G',
    letter_leading: 'L',
    letter_several: 'S',

    countsTitle: 'What you did',
    count_guide: 'The guide’s questions',
    count_probe: 'Follow-ups',
    count_silences: 'Silences of ten seconds or more',
    count_pauses: 'Pauses',
    ownTitle: 'Your own questions',
    ownNone: 'You asked no questions of your own.',

    checkpointsTitle: 'What the practice shows',
    checkpointsOf: (reached: number, of: number) => `${reached} of ${of} were done.`,
    result_reached: 'Done',
    result_missed: 'Not done',
    result_notMet: 'Never came up',
    result_unheard: 'Not followed',
    unheardHelp: (alias: string) =>
      `A colleague played ${alias}, so what you said aloud was not heard here. What you tapped, support cards, pauses and what you wrote have been followed. What stands as “Not followed” the two of you know: talk about it. Silences have not been counted.`,
    why: 'Why',
    after: 'After the talk',

    reflectTitle: 'Three questions to think about',
    reflectHelp:
      'The answers are your own. They go along only if you keep, send or print the debrief.',

    print: 'Print',
    keep: 'Keep with me',
    keepHelp:
      'The debrief is kept encrypted on this device. Only you see it. A talk that was brought to its end counts as a finished practice in your training.',
    kept: 'The debrief is kept with you.',
    keptFailed: 'It could not be kept. Try again.',
    send: 'Send to trainers',
    sendHelp: 'The office’s trainers may read the debrief and your answers. Nobody else gets it.',
    sendTitle: 'Send the debrief?',
    sendNow: 'Send',
    sent: 'The debrief is encrypted and is being sent to the trainers.',
    sentAt: (time: string) => `Sent to the trainers ${time}.`,
    sentWaits: 'It lies encrypted on this device and leaves when the office can be reached.',
    sentReceived: (time: string) => `The office received it ${time}.`,
    sentRefused: 'The office did not take it. It is still here. You can send it again.',
    sentWith: (answers: number) =>
      answers === 0
        ? 'The debrief went along, without answers to the three questions.'
        : `The debrief went along, and ${answers} of your three answers.`,
    sentOlder: 'What you have written since has not been sent.',
    sendAgain: 'Send again',
    sendAgainTitle: 'Send the debrief again?',
    sendAgainHelp:
      'The trainers get the debrief as it is now, with your answers. What they got before they keep.',
    sendAgainSame:
      'You have changed nothing since you sent it. Send it again only if a trainer has not got it.',
    noTrainer: 'The office has no trainer to send to.',
    discard: 'Discard and choose a new case',
    again: 'Choose a new case',
    mine: 'My debriefs',
    mineAbout:
      'Debriefs of practices that you have kept. Only you see them, unless you send one to trainers.',
    mineNone: 'You have not kept any debrief yet.',
    mineOf: (alias: string, date: string) => `${alias}, ${date}`,
    toTraining: 'To the training',
    noVault:
      'There is no office to keep it with here. If you want to have the debrief you can print it.',
    back: 'Back',
  },
);
