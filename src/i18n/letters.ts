import { catalogue, count } from './catalogue.ts';

/** Letters to those who are asked: choosing, filling in, printing and saving. */
export const letterTexts = catalogue(
  {
    title: 'Brev',
    intro:
      'Välj ett brev och vem det är till. Du ser brevet innan du skriver ut det eller sparar det som fil.',
    which: 'Vilket brev?',
    letter_invitation: 'Inbjudan',
    letter_reminder: 'Påminnelse',
    letter_information: 'Informationsblad',
    letter_consent: 'Samtycke',
    letter_guardian: 'Till vårdnadshavare',
    letter_thanks: 'Tack och återkoppling',
    file_invitation: 'inbjudan',
    file_reminder: 'paminnelse',
    file_information: 'informationsblad',
    file_consent: 'samtycke',
    file_guardian: 'vardnadshavare',
    file_thanks: 'tack',
    language: 'Brevets språk',
    swedish: 'Svenska',
    english: 'English',
    otherLanguage: (names: string) =>
      `Läser ett annat språk: ${names}. Brevet finns på svenska och engelska. Läs upp det med tolk eller låt översätta det.`,
    protectedData: (codes: string) =>
      `Skyddade personuppgifter: ${codes}. Skicka inte med vanlig post. Följ er rutin, till exempel förmedling genom Skatteverket.`,
    people: 'Till vem?',
    find: 'Sök på kod eller namn',
    nobodyInRegister:
      'Det finns ingen i registret än. Lägg till deltagare eller läs in en lista först.',
    noMatch: 'Ingen i registret stämmer med sökningen.',
    showing: (shown: number, of: number) => `Visar ${shown} av ${of}. Sök för att hitta fler.`,
    chosen: (n: number) => `${count(n, 'vald', 'valda')}.`,
    chooseShown: 'Välj alla som visas',
    chooseNone: 'Ta bort alla val',
    forEveryone: 'Det här brevet är likadant för alla, så du behöver inte välja någon.',
    field_INTERVIEWER: 'Vem brevet är från (intervjuaren)',
    field_LESSON: 'Det här tog vi med oss',
    field_CHANGE: 'Det här har vi börjat pröva',
    field_PHONE: 'Telefonnummer att ringa',
    field_MUNICIPALITY: 'Kommunens namn',
    field_BOARD: 'Ansvarig nämnd',
    field_DPO_CONTACT: 'Dataskyddsombudets kontaktuppgifter',
    inLetter: 'Skriv så att brevet blir en mening: texten sätts in mitt i den.',
    office: 'Kontorets uppgifter i breven',
    officeHelp: 'Samma uppgifter används i alla brev. När du sparar får dina kolleger dem också.',
    saveOffice: 'Spara uppgifterna',
    officeSaved: 'Uppgifterna är sparade.',
    officeNotSaved: 'Uppgifterna kunde inte sparas på den här datorn. Försök igen.',
    nobody: 'Välj minst en person, så visas brevet här.',
    emptyLetter: (names: string) => `Brevet kan inte göras än. Fyll i här ovanför: ${names}.`,
    emptyOffice: (names: string) =>
      `Brevet kan inte göras än. Fyll i under ”Kontorets uppgifter i breven”: ${names}.`,
    nameless: (codes: string) =>
      `Brevet kan inte göras än. Namn saknas i registret för ${codes}. Skriv in det under Deltagare.`,
    remindersDiffer: (n: number) =>
      `Inbjudan säger att ni påminner en gång. Er regel är ${count(n, 'påminnelse', 'påminnelser')}. Stryk eller ändra meningen i Word-filen.`,
    noReminders: 'Enligt era regler skickas ingen påminnelse.',
    preview: 'Så här ser brevet ut',
    previewOf: (n: number) =>
      `Brevet till den första av ${n}. De andra är likadana med sitt eget namn.`,
    print: 'Skriv ut',
    pdf: 'Spara som PDF',
    docx: 'Spara som Word-fil',
    leaves:
      'Ett brev på papper eller i en fil är inte längre skyddat av Återblick. Radera filen när brevet är skickat.',
    letters: (signs: string) =>
      `PDF-filen kan inte visa de här tecknen: ${signs}. Skriv ut brevet eller spara det som Word-fil i stället.`,
    readAloud: 'Läs upp',
    stopReading: 'Sluta läsa',
    noVoice:
      'Den här datorn har ingen egen röst för språket. Röster på nätet används inte, för då skulle texten skickas dit.',
  },
  {
    title: 'Letters',
    intro:
      'Choose a letter and whom it is for. You see the letter before you print it or save it as a file.',
    which: 'Which letter?',
    letter_invitation: 'Invitation',
    letter_reminder: 'Reminder',
    letter_information: 'Information sheet',
    letter_consent: 'Consent',
    letter_guardian: 'To a guardian',
    letter_thanks: 'Thanks and feedback',
    file_invitation: 'invitation',
    file_reminder: 'reminder',
    file_information: 'information-sheet',
    file_consent: 'consent',
    file_guardian: 'guardian',
    file_thanks: 'thanks',
    language: 'Language of the letter',
    swedish: 'Svenska',
    english: 'English',
    otherLanguage: (names: string) =>
      `Reads another language: ${names}. The letter exists in Swedish and English. Read it aloud with an interpreter or have it translated.`,
    protectedData: (codes: string) =>
      `Protected personal data: ${codes}. Do not send by ordinary post. Follow your routine, for instance forwarding by the Tax Agency.`,
    people: 'To whom?',
    find: 'Search by code or name',
    nobodyInRegister:
      'There is nobody in the register yet. Add participants or read in a list first.',
    noMatch: 'Nobody in the register matches the search.',
    showing: (shown: number, of: number) => `Showing ${shown} of ${of}. Search to find more.`,
    chosen: (n: number) => `${n} chosen.`,
    chooseShown: 'Choose all that are shown',
    chooseNone: 'Choose nobody',
    forEveryone: 'This letter is the same for everyone, so you need not choose anybody.',
    field_INTERVIEWER: 'Whom the letter is from (the interviewer)',
    field_LESSON: 'What we took with us',
    field_CHANGE: 'What we have started to test',
    field_PHONE: 'Phone number to call',
    field_MUNICIPALITY: 'Name of the municipality',
    field_BOARD: 'Responsible board',
    field_DPO_CONTACT: 'How to reach the data protection officer',
    inLetter:
      'Write it so that the letter reads as a sentence: the text is put in the middle of it.',
    office: "The office's details in the letters",
    officeHelp:
      'The same details are used in all letters. When you save, your colleagues get them too.',
    saveOffice: 'Save the details',
    officeSaved: 'The details are saved.',
    officeNotSaved: 'The details could not be saved on this computer. Try again.',
    nobody: 'Choose at least one person, and the letter is shown here.',
    emptyLetter: (names: string) => `The letter cannot be made yet. Fill in above: ${names}.`,
    emptyOffice: (names: string) =>
      `The letter cannot be made yet. Fill in under “The office's details in the letters”: ${names}.`,
    nameless: (codes: string) =>
      `The letter cannot be made yet. The register has no name for ${codes}. Write it under Participants.`,
    remindersDiffer: (n: number) =>
      `The invitation says that you remind once. Your rule is ${n === 1 ? `${n} reminder` : `${n} reminders`}. Strike or change the sentence in the Word file.`,
    noReminders: 'By your rules no reminder is sent.',
    preview: 'This is how the letter looks',
    previewOf: (n: number) =>
      `The letter to the first of ${n}. The others are alike, each with its own name.`,
    print: 'Print',
    pdf: 'Save as PDF',
    docx: 'Save as a Word file',
    leaves:
      'A letter on paper or in a file is no longer protected by Återblick. Erase the file when the letter has been sent.',
    letters: (signs: string) =>
      `The PDF file cannot show these signs: ${signs}. Print the letter or save it as a Word file instead.`,
    readAloud: 'Read aloud',
    stopReading: 'Stop reading',
    noVoice:
      'This computer has no voice of its own for the language. Voices on the network are not used, since the text would be sent there.',
  },
);
