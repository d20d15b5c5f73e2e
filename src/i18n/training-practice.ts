import { catalogue } from './catalogue.ts';

/** The practice interview: its doors, its mark, the young person's side, and the way out. */
export const practiceTexts = catalogue(
  {
    mark: 'ÖVNING',
    markHelp: 'Påhittad person. Övningen finns bara i minnet.',
    markHelpKept:
      'Påhittad person. Övningen ligger krypterad i övningsvalvet tills du raderar det.',
    toDebrief: 'Avsluta och se genomgången',
    leave: 'Lämna övningen',
    loading: 'Övningen hämtas …',

    title: 'Öva ett samtal',
    tab: 'Samtal',
    intro:
      'Välj vem du vill öva med. Personerna är påhittade och svarar som i ett riktigt samtal. Du behöver inget nät och ingen lösenfras.',
    wipes: 'Det du skriver finns bara i minnet och raderas när du lämnar övningen.',
    level: (level: number) => `Nivå ${level} av 3`,
    person: (alias: string, age: number) => `${alias}, ${age} år`,
    goals: 'Det här övar du',
    begin: (alias: string) => `Öva med ${alias}`,
    second: (alias: string) => `En kollega spelar ${alias}`,
    secondHelp: (alias: string) =>
      `Kollegan läser ${alias}s svar från ett utskrivet rollblad eller från en annan skärm. Du håller samtalet här.`,
    beginPerson: 'Börja, en kollega svarar',
    showRole: 'Visa rollen på den här skärmen',
    showRoleHelp: 'Öppna samma adress på en annan enhet och välj detta där. Inget nät behövs.',
    back: 'Tillbaka',
    recordsTitle: 'En riktig inspelning pågår',
    recordsHelp:
      'Det som hörs nu hör till ett riktigt samtal. Avsluta inspelningen innan du övar, så att inget av övningen kommer med.',
    missing: 'Övningsfallet finns inte på den här enheten.',
    missingHelp: 'Det kan ha dragits tillbaka. Välj ett annat.',
    toCases: 'Till övningsfallen',

    leaveTitle: 'Lämna övningen?',
    leaveHelp: 'Allt du har gjort i den här övningen raderas. Det går inte att få tillbaka.',
    stay: 'Stanna kvar',
    leaveNow: 'Lämna och radera',

    restTitle: 'Samtalet väntar',
    restHelp: 'Övningen finns kvar i minnet så länge du inte lämnar den.',
    toTalk: 'Till samtalet',
    erased:
      'Intervjun är borttagen, som den unga bad om. Genomgången visar ändå hur samtalet gick.',

    completed: 'Övningsintervjun är färdigställd',
    completedHelp:
      'I en riktig intervju krypteras den nu och skickas till arbetsledaren. Här skickas inget.',

    completedKept:
      'Nu är den krypterad och lämnad, så långt övningen räcker: den ligger kvar på surfplattan och går inte till någon. En riktig intervju skickas till arbetsledaren när kontoret går att nå.',
    toModule5: 'Till modul 5',

    panel: (alias: string) => `${alias} svarar`,
    panelPerson: (alias: string) => `En kollega spelar ${alias}`,
    panelPersonHelp: 'Säg frågan högt. Tryck på det du sa, så kommer det med i genomgången.',
    put: 'Ställ frågan',
    putAgain: 'Ställ frågan igen',
    probes: 'Följdfrågor',
    own: 'Säg något eget',
    ownHint: 'En egen fråga, eller något annat du säger.',
    say: 'Säg det',
    you: 'Du',
    asked: 'Frågan som den står i guiden.',
    shows: (value: string) => `Väljer: ${value}`,
    waits: 'Tyst.',
    wants_skip: (alias: string) => `${alias} vill inte svara på frågan.`,
    wants_pause: (alias: string) => `${alias} vill ta en paus.`,
    wants_withdrawAudio: (alias: string) => `${alias} vill inte längre bli inspelad.`,
    wants_stop: (alias: string) => `${alias} vill sluta.`,
    wantsHelp: 'Gör som du skulle göra på riktigt, med knapparna i samtalet.',

    sound: 'En låtsasinspelning pågår. Ingen mikrofon är på.',
  },
  {
    mark: 'PRACTICE',
    markHelp: 'An invented person. The practice is only in memory.',
    markHelpKept:
      'An invented person. The practice lies encrypted in the practice vault until you erase it.',
    toDebrief: 'End and see the debrief',
    leave: 'Leave practice',
    loading: 'Fetching the practice …',

    title: 'Practise a talk',
    tab: 'Talk',
    intro:
      'Choose who to practise with. The people are invented and answer as in a real talk. You need no network and no passphrase.',
    wipes: 'What you write is only in memory and is erased when you leave practice.',
    level: (level: number) => `Level ${level} of 3`,
    person: (alias: string, age: number) => `${alias}, ${age}`,
    goals: 'What you practise here',
    begin: (alias: string) => `Practise with ${alias}`,
    second: (alias: string) => `A colleague plays ${alias}`,
    secondHelp: (alias: string) =>
      `Your colleague reads what ${alias} says from a printed sheet or from another screen. You hold the talk here.`,
    beginPerson: 'Begin, a colleague answers',
    showRole: 'Show the role on this screen',
    showRoleHelp:
      'Open the same address on another device and choose this there. No network needed.',
    back: 'Back',
    recordsTitle: 'A real recording is running',
    recordsHelp:
      'What is heard now belongs to a real interview. End the recording before you practise, so that nothing of the practice gets into it.',
    missing: 'This practice case is not on this device.',
    missingHelp: 'It may have been withdrawn. Choose another.',
    toCases: 'To the practice cases',

    leaveTitle: 'Leave practice?',
    leaveHelp: 'Everything you have done in this practice is erased. It cannot be brought back.',
    stay: 'Stay',
    leaveNow: 'Leave and erase',

    restTitle: 'The talk is waiting',
    restHelp: 'The practice stays in memory as long as you do not leave it.',
    toTalk: 'To the talk',
    erased:
      'The interview has been removed, as the young person asked. The debrief still shows how the talk went.',

    completed: 'The practice interview is completed',
    completedHelp:
      'A real interview would now be encrypted and sent to the supervisor. Nothing is sent here.',

    completedKept:
      'It is now encrypted and handed over, as far as the practice goes: it stays on the tablet and goes to nobody. A real interview is sent to the supervisor when the office can be reached.',
    toModule5: 'To module 5',

    panel: (alias: string) => `${alias} answers`,
    panelPerson: (alias: string) => `A colleague plays ${alias}`,
    panelPersonHelp: 'Say the question aloud. Tap what you said, so that it is in the debrief.',
    put: 'Ask the question',
    putAgain: 'Ask the question again',
    probes: 'Follow-up questions',
    own: 'Say something of your own',
    ownHint: 'A question of your own, or anything else you say.',
    say: 'Say it',
    you: 'You',
    asked: 'The question as it stands in the guide.',
    shows: (value: string) => `Chooses: ${value}`,
    waits: 'Silent.',
    wants_skip: (alias: string) => `${alias} does not want to answer the question.`,
    wants_pause: (alias: string) => `${alias} wants a pause.`,
    wants_withdrawAudio: (alias: string) => `${alias} no longer wants to be recorded.`,
    wants_stop: (alias: string) => `${alias} wants to stop.`,
    wantsHelp: 'Do what you would do in a real talk, with the buttons of the talk.',

    sound: 'A pretended recording is on. No microphone is in use.',
  },
);
