import { catalogue } from './catalogue.ts';

/** First start: the four doors, setting up an office, the recovery sheet, joining, choosing a passphrase. */
export const startTexts = catalogue(
  {
    language: 'Språk',
    swedish: 'Svenska',
    english: 'English',
    back: 'Tillbaka',
    next: 'Vidare',
    working: 'Ett ögonblick …',
    step: (now: number, of: number) => `Steg ${now} av ${of}`,

    welcome: 'Välkommen till Återblick',
    what: 'Med Återblick intervjuar socialsekreterare unga som har varit placerade i familjehem, och lär tillsammans av det de berättar.',
    how: 'Allt skrivs på den här enheten, utan nät. Det skickas först när det är krypterat.',
    doors: 'Hur vill du börja?',
    joinDoor: 'Gå med i ett kontor',
    joinDoorText: 'Du har fått en inbjudan av din arbetsledare, som länk eller QR-kod.',
    setUpDoor: 'Starta ett nytt kontor',
    setUpDoorText:
      'Du är arbetsledare och är först ut. Du behöver koden som servern visade när den startades.',
    tryDoor: 'Prova på',
    tryDoorText:
      'Se hur det fungerar med påhittade personer. Inget är på riktigt och allt slängs efteråt.',

    practiceDoor: 'Öva ett samtal',
    practiceDoorText:
      'Håll en intervju med en påhittad person som svarar. Du behöver varken inbjudan eller lösenfras.',

    setUpTitle: 'Starta ett nytt kontor',
    secretHeading: 'Koden och kontorets namn',
    secret: 'Engångskod från servern',
    secretHint: 'Den står i fönstret där servern startades. Den kan bara användas en gång.',
    officeName: 'Kontorets namn',
    officeNameHint: 'Till exempel Familjehemsenheten, Björkvik.',
    youHeading: 'Du',
    name: 'Ditt namn',
    nameHint: 'Det här namnet ser dina kollegor. Det visas aldrig när enheten är låst.',
    label: 'Dina initialer',
    labelHint: 'Bara initialerna visas när enheten är låst. Högst 12 tecken.',
    missing: 'Fyll i det här fältet.',
    tooLong: 'Det är för långt.',

    passphrase: 'Lösenfras',
    passphraseHint:
      'En rad ord som bara du vet. Den skyddar det som sägs om någon tar enheten. En kort sifferkod räcker inte.',
    repeat: 'Lösenfrasen en gång till',
    notSame: 'De två lösenfraserna är inte lika.',
    tooWeak: 'Lösenfrasen är för lätt att gissa. Gör den längre, eller låt appen föreslå ord.',
    show: 'Visa det jag skriver',
    offer: 'Föreslå ord åt mig',
    offerAgain: 'Föreslå andra ord',
    offered: 'Förslag',
    offeredHelp: (words: number, list: number) =>
      `${words} ord, slumpade ur ${list}. Den som tar enheten hinner inte gissa dem. Skriv ner orden och förvara lappen på ett annat ställe tills du kan dem.`,
    useOffer: 'Använd de här orden',
    strength: 'Hur svår den är att gissa',
    strengthNone: 'Inte skriven än',
    strengthWeak: 'För lätt att gissa',
    strengthAlmost: 'Nästan. Lägg till ett ord.',
    strengthEnough: 'Bra. Den håller.',
    strengthStrong: 'Mycket bra. Den håller länge.',
    hint_short:
      'Den är kort. Fyra eller fem ovanliga ord är lättare att minnas än krångliga tecken.',
    hint_onlyDigits: 'Bara siffror räcker inte. Använd ord.',
    hint_common: 'Den innehåller ord som många väljer. De prövas först.',
    hint_pattern:
      'Den innehåller upprepningar, årtal eller tangenter i rad. De är lätta att gissa.',
    hint_personal: 'Den innehåller ditt namn eller kontorets. Det gissar den som känner dig.',

    keysHeading: 'Nycklar',
    keysText:
      'Nu skapas kontorets nycklar på den här enheten. Du skriver ut dem på ett återställningsblad. Servern får dem aldrig.',
    more: 'Mer om nycklarna',
    classLegend: 'Så krypteras intervjuerna',
    classHybrid: 'Starkast: håller även mot framtidens kvantdatorer (rekommenderas)',
    classX25519: 'Äldre metod: kan öppnas även med age före version 1.3',
    classHelp:
      'Välj den äldre metoden bara om ni måste kunna öppna filer med age före version 1.3. Valet gäller hela kontoret.',
    makeKeys: 'Skapa nycklarna och starta kontoret',
    claimedAlready: 'Det här kontoret är redan startat. Be arbetsledaren om en inbjudan i stället.',

    sheetTitle: 'Återställningsblad',
    sheetIntro:
      'Skriv ut bladet nu. Det visas bara den här gången och sparas ingenstans. Med det kan kontoret öppna intervjuer även om någon glömmer sin lösenfras eller en enhet går sönder.',
    sheetSafes:
      'Lägg två exemplar i två olika kassaskåp, gärna i två hus. Den som har bladet kan läsa kontorets intervjuer. Förvara det inte i datorn.',
    sheetOffice: 'Kontor',
    sheetMade: 'Skapat',
    sheetNumber: 'Kontorets nummer',
    line_hybrid: 'Återställningsnyckel A',
    line_hybridHelp:
      'Öppnar krypterade filer, även när någon har glömt sin lösenfras. Börjar med AGE-SECRET-KEY-PQ-1.',
    line_x25519: 'Återställningsnyckel B',
    line_x25519Help:
      'Samma sak, om kontoret använder den äldre metoden. Börjar med AGE-SECRET-KEY-1.',
    line_root: 'Rotnyckel',
    line_rootHelp: 'Med den utses nya arbetsledare. Siffror och bokstäver a–f.',
    sheetGroups: 'Mellanrummen finns för läsbarheten och ingår inte i nycklarna.',
    openHeading: 'Så öppnas en intervjufil utan Återblick',
    openStep1_hybrid:
      'Skriv av nyckel A, utan mellanrum, i en textfil: nyckel.txt (kräver age 1.3 eller senare)',
    openStep1_x25519: 'Skriv av nyckel B, utan mellanrum, i en textfil: nyckel.txt',
    openStep2: 'unzip intervju.aterblick -d intervju',
    openStep3: 'age -d -i nyckel.txt intervju/manifest.age',
    openStep3Help: 'Listan visar vad varje fil i mappen objects är.',
    openStep4: 'age -d -i nyckel.txt intervju/objects/… > interview.md',
    openStep5: 'Öppna interview.md i en vanlig textredigerare.',
    print: 'Skriv ut',
    saveFile: 'Spara som fil',
    saveFileHelp: 'Filen är lika känslig som bladet. Spara den på ett USB-minne, inte på enheten.',
    sheetFile: 'aterblick-aterstallning.txt',
    goTest: 'Jag har bladet, kontrollera det',

    testTitle: 'Kontrollera bladet',
    testIntro: 'Ta fram bladet du skrev ut. Då vet vi att det går att läsa den dag det behövs.',
    testField: (line: string) => `De 8 sista tecknen på raden ${line}`,
    testHint: 'Stora och små bokstäver spelar ingen roll, inte heller mellanrum.',
    testWrong: 'Det stämmer inte med bladet. Läs raden en gång till.',
    testBack: 'Visa bladet igen',
    testDone: 'Klart',

    joinTitle: 'Gå med i ett kontor',
    paste: 'Länken i inbjudan',
    pasteAgain: 'Öppna länken i inbjudan en gång till, eller klistra in den här.',
    pasteHint:
      'Ta med hela länken. Har du fått en QR-kod: öppna enhetens kamera och rikta den mot koden, så öppnas länken här.',
    readLink: 'Läs inbjudan',
    invitedTo: (office: string, role: string) => `Du är inbjuden till ${office} som ${role}.`,
    otherInvitation: 'Det är inte min inbjudan',
    join: 'Gå med',
    joinedTitle: 'Du är med',
    joined:
      'Du kan börja direkt. Du släpps in när din arbetsledare öppnar Återblick nästa gång. Då skickas det du har färdigställt.',
    begin: 'Börja',
    role_interviewer: 'intervjuare',
    role_supervisor: 'arbetsledare',
    role_trainer: 'utbildare',
    role_methodLead: 'metodhandledare',
    role_researcher: 'forskare, utan identiteter',
    role_operator: 'systemförvaltare, utan innehåll',
  },
  {
    language: 'Language',
    swedish: 'Svenska',
    english: 'English',
    back: 'Back',
    next: 'Next',
    working: 'One moment …',
    step: (now: number, of: number) => `Step ${now} of ${of}`,

    welcome: 'Welcome to Återblick',
    what: 'With Återblick, social workers interview young people who have lived in foster homes, and learn together from what they tell.',
    how: 'Everything is written on this device, without a network. It is sent only once it is encrypted.',
    doors: 'How do you want to begin?',
    joinDoor: 'Join an office',
    joinDoorText: 'You have an invitation from your supervisor, as a link or a QR code.',
    setUpDoor: 'Set up a new office',
    setUpDoorText:
      'You are the supervisor and the first one here. You need the code that the server showed when it was started.',
    tryDoor: 'Try it',
    tryDoorText:
      'See how it works with invented people. Nothing is real and everything is thrown away afterwards.',

    practiceDoor: 'Practise a talk',
    practiceDoorText:
      'Hold an interview with an invented person who answers. You need neither invitation nor passphrase.',

    setUpTitle: 'Set up a new office',
    secretHeading: 'The code and the name of the office',
    secret: 'One-time code from the server',
    secretHint: 'It is shown in the window where the server was started. It works only once.',
    officeName: 'Name of the office',
    officeNameHint: 'For example Foster Care Unit, Björkvik.',
    youHeading: 'You',
    name: 'Your name',
    nameHint: 'Your colleagues see this name. It is never shown when the device is locked.',
    label: 'Your initials',
    labelHint: 'Only the initials are shown when the device is locked. At most 12 characters.',
    missing: 'Fill in this field.',
    tooLong: 'It is too long.',

    passphrase: 'Passphrase',
    passphraseHint:
      'A row of words that only you know. It protects what was said if someone takes the device. A short PIN is not enough.',
    repeat: 'The passphrase once more',
    notSame: 'The two passphrases are not the same.',
    tooWeak: 'The passphrase is too easy to guess. Make it longer, or let the app suggest words.',
    show: 'Show what I write',
    offer: 'Suggest words',
    offerAgain: 'Suggest other words',
    offered: 'Suggestion',
    offeredHelp: (words: number, list: number) =>
      `${words} Swedish words, drawn at random from ${list}. Whoever takes the device will not have time to guess them. Write the words down and keep the note somewhere else until you know them.`,
    useOffer: 'Use these words',
    strength: 'How hard it is to guess',
    strengthNone: 'Nothing written yet',
    strengthWeak: 'Too easy to guess',
    strengthAlmost: 'Nearly. Add a word.',
    strengthEnough: 'Good. It is strong enough.',
    strengthStrong: 'Very good.',
    hint_short:
      'It is short. Four or five unusual words are easier to remember than odd characters.',
    hint_onlyDigits: 'Digits alone are not enough. Use words.',
    hint_common: 'It contains words that many choose. They are tried first.',
    hint_pattern: 'It contains repeats, years or keys in a row. They are easy to guess.',
    hint_personal:
      'It contains your name or that of the office. Anyone who knows you would guess it.',

    keysHeading: 'Keys',
    keysText:
      'The keys of the office are now made on this device. You print them on a recovery sheet. The server never gets them.',
    more: 'More about the keys',
    classLegend: 'How interviews are encrypted',
    classHybrid: 'Strongest: holds against future quantum computers too (recommended)',
    classX25519: 'Older method: can be opened with age before version 1.3 as well',
    classHelp:
      'Choose the older method only if you must be able to open files with age before version 1.3. It holds for the whole office.',
    makeKeys: 'Make the keys and set up the office',
    claimedAlready:
      'This office has already been set up. Ask the supervisor for an invitation instead.',

    sheetTitle: 'Recovery sheet',
    sheetIntro:
      'Print the sheet now. It is shown only this once and saved nowhere. With it the office can open interviews even if someone forgets the passphrase or a device breaks.',
    sheetSafes:
      'Put two copies in two different safes, best in two buildings. Whoever has the sheet can read the office’s interviews. Do not keep it on the computer.',
    sheetOffice: 'Office',
    sheetMade: 'Made',
    sheetNumber: 'Number of the office',
    line_hybrid: 'Recovery key A',
    line_hybridHelp:
      'Opens encrypted files, also when someone has forgotten their passphrase. Begins with AGE-SECRET-KEY-PQ-1.',
    line_x25519: 'Recovery key B',
    line_x25519Help: 'The same, if the office uses the older method. Begins with AGE-SECRET-KEY-1.',
    line_root: 'Root key',
    line_rootHelp: 'New supervisors are appointed with it. Digits and the letters a–f.',
    sheetGroups: 'The spaces are there for reading and are not part of the keys.',
    openHeading: 'How to open an interview file without Återblick',
    openStep1_hybrid:
      'Copy key A, without spaces, into a text file: key.txt (needs age 1.3 or later)',
    openStep1_x25519: 'Copy key B, without spaces, into a text file: key.txt',
    openStep2: 'unzip interview.aterblick -d interview',
    openStep3: 'age -d -i key.txt interview/manifest.age',
    openStep3Help: 'The list shows what each file in the objects folder is.',
    openStep4: 'age -d -i key.txt interview/objects/… > interview.md',
    openStep5: 'Open interview.md in any text editor.',
    print: 'Print',
    saveFile: 'Save as file',
    saveFileHelp:
      'The file is as sensitive as the sheet. Save it on a USB stick, not on this device.',
    sheetFile: 'aterblick-recovery.txt',
    goTest: 'I have the sheet, check it',

    testTitle: 'Check the sheet',
    testIntro: 'Take the sheet you printed. Then we know that it can be read the day it is needed.',
    testField: (line: string) => `The last 8 characters of the line ${line}`,
    testHint: 'Capitals and small letters are the same here, and spaces do not matter.',
    testWrong: 'It does not match the sheet. Read the line once more.',
    testBack: 'Show the sheet again',
    testDone: 'Done',

    joinTitle: 'Join an office',
    paste: 'The link in the invitation',
    pasteAgain: 'Open the link in the invitation once more, or paste it here.',
    pasteHint:
      'Take all of the link. If you have a QR code: open the device’s camera and point it at the code, and the link opens here.',
    readLink: 'Read the invitation',
    invitedTo: (office: string, role: string) => `You are invited to ${office} as ${role}.`,
    otherInvitation: 'This is not my invitation',
    join: 'Join',
    joinedTitle: 'You have joined',
    joined:
      'You can start right away. You are let in the next time your supervisor opens Återblick. What you have completed is sent then.',
    begin: 'Start',
    role_interviewer: 'interviewer',
    role_supervisor: 'supervisor',
    role_trainer: 'trainer',
    role_methodLead: 'method supervisor',
    role_researcher: 'researcher, without identities',
    role_operator: 'operator, without content',
  },
);
