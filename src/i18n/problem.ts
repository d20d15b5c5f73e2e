import { catalogue } from './catalogue.ts';

/*
 * One sentence for everything that can go wrong and that a person can act on: what is wrong, and what to do.
 * Keys are the types of the problems; codes from the office begin with `api_`, those of a guide file with `guide_`.
 */
export const problemTexts = catalogue(
  {
    unknown: (code: string) =>
      `Något gick fel som appen inte har ord för (${code}). Försök igen, och visa koden för systemförvaltaren om det händer igen.`,

    // The line to the office
    unreachable:
      'Kontoret svarar inte. Kontrollera nätet och försök igen. Allt du har skrivit finns kvar på enheten.',
    strangeAnswer:
      'Något annat än kontoret svarade. Om nätet kräver inloggning, logga in där först och försök sedan igen.',
    badInvitation:
      'Inbjudan går inte att läsa. Be arbetsledaren skicka länken igen och kopiera hela.',
    linkBroken: 'Inbjudan går inte att läsa. Be arbetsledaren skicka länken igen och kopiera hela.',
    linkForOtherOffice:
      'Inbjudan gäller ett annat kontor än det på den här adressen. Öppna länken som du fick den.',
    directoryForged:
      'Kontorets lista över medlemmar är inte rätt undertecknad. Skicka inget mer och ring systemförvaltaren.',
    directoryOlder:
      'Kontoret visar en äldre lista över medlemmar än den du redan har. Vänta en stund, och ring systemförvaltaren om det inte går över.',
    directoryForked:
      'Det finns två olika listor över kontorets medlemmar. Skicka inget mer och ring systemförvaltaren.',
    directoryBusy: 'Någon annan ändrade i listan samtidigt. Försök igen.',
    onlyPractice:
      'Det här är en övning. Inget av den skickas, sparas som fil eller blandas med riktiga intervjuer.',
    notEnrolled: 'Den här enheten hör inte till något kontor än. Be arbetsledaren om en inbjudan.',
    alreadyEnrolled: 'Du hör redan till ett kontor på den här enheten.',
    officeTaken: 'Kontoret är redan startat. Be arbetsledaren om en inbjudan.',
    notFounder: 'Det här kan bara den göra som startade kontoret.',
    deviceRevoked: 'Enheten är spärrad på kontoret. Tala med arbetsledaren.',
    badRecovery:
      'Nyckeln öppnar inte kopian. Kontrollera att du har skrivit av rätt rad på rätt blad.',
    noDraft: 'Kontoret har ingen kopia av någon halvfärdig intervju härifrån.',
    noSuchDevice: 'Enheten finns inte längre i kontorets lista. Ladda om sidan.',
    noSuchStream: 'Det du vill öppna finns inte på den här enheten.',

    // The vault
    wrongSecret: 'Det gick inte att låsa upp. Kontrollera vad du skrev och försök igen.',
    mustWait: 'Vänta en stund innan du försöker igen.',
    openElsewhere:
      'Återblick är öppet i en annan flik. Fortsätt där, eller ta över hit. Det du har skrivit sparas först.',
    vaultDamaged:
      'Det som finns på enheten går inte att läsa som det ska. Stäng inte av och rensa inget. Ring systemförvaltaren.',
    weakPassphrase:
      'Lösenfrasen är för lätt att gissa. Välj en längre, eller låt appen föreslå ord.',
    weakDerivation:
      'Skyddet för lösenfrasen har försvagats på enheten. Skriv inte in lösenfrasen igen. Ring systemförvaltaren.',
    locked: 'Återblick är låst. Lås upp och försök igen.',
    diskFull:
      'Det finns inte plats på enheten. Ta bort något annat, till exempel bilder eller filmer, och försök igen.',
    otherKind: 'Något annat ligger redan där detta ska stå. Inget är skrivet.',
    storeFailed:
      'Det gick inte att spara på enheten. Stäng inte fliken. Spara en fil med det du har skrivit och ladda sedan om.',

    // Parcels
    notAParcel: 'Filen kommer inte från Återblick, eller så är den gjord med en nyare version.',
    tooLarge: 'Filen är större än vad som är tillåtet. Inget har lästs in.',
    damaged: 'Filen är skadad. Be avsändaren skicka den igen.',
    objectMissing: 'En del av filen saknas. Be avsändaren skicka den igen.',
    notForMe: 'Filen är inte krypterad för dig. Be avsändaren skicka den igen till rätt mottagare.',
    badSignature:
      'Filens underskrift stämmer inte, så den kan vara förfalskad. Be avsändaren skicka den igen.',
    unknownSender:
      'Avsändaren finns inte på kontorets lista, eller är spärrad. Tala med den som står som avsändare.',
    swapped:
      'Det som står utanpå filen stämmer inte med innehållet. Någon kan ha bytt det. Ring systemförvaltaren.',
    otherOffice: 'Filen kommer från ett annat kontor och kan inte öppnas här.',
    wrongClass:
      'Filen är en övning. Sådana öppnar bara utbildare. Eller så är den märkt som något annat än den är. Inget har lästs in. Fråga den som skickade den.',
    forkedSender:
      'Två olika filer har samma nummer från samma enhet. Enheten kan ha kopierats. Ring systemförvaltaren.',
    unreadable: 'Appen kunde inte läsa den. Den ligger kvar och provas igen vid nästa start.',
    unfetched: 'En del av appen är inte hämtad än. Försök igen när kontoret svarar.',
    badContents: 'Innehållet i filen är inte som det ska. Be avsändaren skicka den igen.',
    mixedRecipients:
      'Mottagarna har olika sorters nycklar. Inget har skickats. Ring systemförvaltaren.',
    noRecipients:
      'Det finns ingen mottagare på kontoret. Inget har skickats. Tala med arbetsledaren.',
    cancelled: 'Det avbröts innan det var klart. Börja om när du vill.',
    partTooLarge: 'En del är för stor för att skickas. Inget har skickats. Ring systemförvaltaren.',

    // Passkeys
    passkeyUnsupported:
      'Den här enheten eller webbläsaren kan inte låsa upp med passnyckel. Använd lösenfrasen.',
    passkeyCancelled: 'Upplåsningen med passnyckel avbröts. Försök igen eller använd lösenfrasen.',

    // What the office answers
    api_badRequest:
      'Kontoret förstod inte frågan. Ladda om sidan så att du har den senaste versionen.',
    api_wrongSecret: 'Koden stämmer inte. Kopiera den igen från fönstret där servern startades.',
    api_badSignature: 'Kontoret känner inte igen enhetens underskrift. Tala med arbetsledaren.',
    api_wrongClock: 'Enhetens klocka går fel. Ställ den rätt och försök igen.',
    api_notAllowed: 'Du har inte rätt att göra det här. Tala med arbetsledaren.',
    api_notFound: 'Det finns inte på kontoret längre.',
    api_alreadyClaimed: 'Kontoret är redan startat. Be arbetsledaren om en inbjudan.',
    api_notClaimed: 'Kontoret är inte startat än. Det görs en gång, med koden från servern.',
    api_erased: 'Det här är raderat på kontoret och tas inte emot igen.',
    api_conflict: 'Kontoret har redan något annat med samma nummer. Ring systemförvaltaren.',
    api_directoryStale: 'Någon annan ändrade i listan samtidigt. Försök igen.',
    api_invitationUsed: 'Inbjudan är redan använd. Be arbetsledaren om en ny.',
    api_invitationOver: 'Inbjudan gäller inte längre. Be arbetsledaren om en ny.',
    api_tooLarge: 'Det är större än vad kontoret tar emot.',
    api_wrongHash: 'Något blev fel på vägen till kontoret. Det skickas igen av sig självt.',
    api_objectsMissing: 'Delar saknas på kontoret. De skickas igen av sig själva.',
    api_tooMany: 'Det blev för många försök på kort tid. Vänta en minut och försök igen.',
    api_serverFault: 'Kontorets server har ett fel. Inget är förlorat. Ring systemförvaltaren.',
    api_storageFull:
      'Kontorets server har slut på plats. Inget är förlorat. Ring systemförvaltaren.',

    // A guide file; a place may stand before
    guide_notJson: 'filen går inte att läsa som en samtalsguide (den är inte JSON)',
    guide_notAnObject: 'filen innehåller något annat än en samtalsguide',
    guide_tooLarge: 'filen är större än 8 MB och läses inte in',
    guide_missing: 'något som måste finnas saknas',
    guide_wrongKind: 'det som står där är av fel slag',
    guide_empty: 'det är tomt, men något måste stå där',
    guide_missingWhat: (what: string) => `${what} saknas`,
    guide_wrongKindWhat: (what: string) => `${what} är av fel slag`,
    guide_emptyWhat: (what: string) => `${what} är för kort eller tom`,
    member_text: 'texten',
    member_title: 'rubriken',
    member_motive: 'motivet',
    member_guidance: 'stödet till intervjuaren',
    member_answer: 'svarssättet',
    member_minutes: 'antalet minuter',
    member_label: 'namnet på valet',
    member_name: 'namnet',
    member_sections: 'listan med avsnitt',
    member_questions: 'listan med frågor',
    member_tracks: 'listan med samtalslängder',
    member_questionIds: 'listan med frågor',
    member_probes: 'listan med följdfrågor',
    member_options: 'listan med svarsval',
    member_consent: 'samtycket',
    member_memoTemplate: 'mallen för memot',
    place_section: (n: number) => `avsnitt ${n}`,
    place_question: (n: number) => `fråga ${n}`,
    place_track: (n: number) => `samtalslängd ${n}`,
    place_card: (n: number) => `stödkort ${n}`,
    place_probe: (n: number) => `följdfråga ${n}`,
    place_option: (n: number) => `svarsval ${n}`,
    place_field: (n: number) => `rad ${n}`,
    guide_duplicateId: 'samma id används två gånger',
    guide_unknownQuestion: 'här nämns en fråga som inte finns i guiden',
    guide_gateMissing:
      'ingen fråga är märkt som samtycke, och utan samtycke kan ingen intervju börja',
    guide_gateLeftOut:
      'samtalslängden hoppar över frågan om samtycke, och den får aldrig hoppas över',
  },
  {
    unknown: (code: string) =>
      `Something went wrong that the app has no words for (${code}). Try again, and show the code to the operator if it happens again.`,

    unreachable:
      'The office does not answer. Check the network and try again. Everything you have written is still on this device.',
    strangeAnswer:
      'Something other than the office answered. If the network asks you to log in, do that first and try again.',
    badInvitation:
      'The invitation cannot be read. Ask the supervisor to send the link again, and copy all of it.',
    linkBroken:
      'The invitation cannot be read. Ask the supervisor to send the link again, and copy all of it.',
    linkForOtherOffice:
      'The invitation is for another office than the one at this address. Open the link as you got it.',
    directoryForged:
      'The office’s list of members is not signed as it should be. Send nothing more and call the operator.',
    directoryOlder:
      'The office shows an older list of members than the one you have. Wait a while, and call the operator if it goes on.',
    directoryForked:
      'There are two different lists of the office’s members. Send nothing more and call the operator.',
    directoryBusy: 'Someone else changed the list at the same time. Try again.',
    onlyPractice:
      'This is practice. Nothing of it is sent, saved as a file or mixed with real interviews.',
    notEnrolled: 'This device belongs to no office yet. Ask the supervisor for an invitation.',
    alreadyEnrolled: 'You already belong to an office on this device.',
    officeTaken: 'The office has already been set up. Ask the supervisor for an invitation.',
    notFounder: 'Only the person who set up the office can do this.',
    deviceRevoked: 'This device is blocked at the office. Talk to the supervisor.',
    badRecovery:
      'The key does not open the copy. Check that you copied the right line of the right sheet.',
    noDraft: 'The office has no copy of any half-done interview from here.',
    noSuchDevice: 'The device is no longer on the office’s list. Reload the page.',
    noSuchStream: 'What you want to open is not on this device.',

    wrongSecret: 'It could not be unlocked. Check what you wrote and try again.',
    mustWait: 'Wait a little before you try again.',
    openElsewhere:
      'Återblick is open in another tab. Go on there, or take over here. What you have written is saved first.',
    vaultDamaged:
      'What is on this device cannot be read as it should. Do not switch off and do not clear anything. Call the operator.',
    weakPassphrase:
      'The passphrase is too easy to guess. Choose a longer one, or let the app suggest words.',
    weakDerivation:
      'The protection of the passphrase has been weakened on this device. Do not type the passphrase again. Call the operator.',
    locked: 'Återblick is locked. Unlock it and try again.',
    diskFull:
      'There is no room on this device. Remove something else, such as pictures or films, and try again.',
    otherKind: 'Something else already lies where this belongs. Nothing was written.',
    storeFailed:
      'It could not be saved on this device. Do not close the tab. Save a file with what you have written, then reload.',

    notAParcel: 'The file is not from Återblick, or it was made with a newer version.',
    tooLarge: 'The file is larger than allowed. Nothing was read in.',
    damaged: 'The file is damaged. Ask the sender to send it again.',
    objectMissing: 'A part of the file is missing. Ask the sender to send it again.',
    notForMe:
      'The file is not encrypted for you. Ask the sender to send it to the right recipient.',
    badSignature:
      'The file’s signature is not right, so it may be forged. Ask the sender to send it again.',
    unknownSender:
      'The sender is not on the office’s list, or is blocked. Talk to the person named as sender.',
    swapped:
      'What stands on the outside of the file does not match the contents. Someone may have changed it. Call the operator.',
    otherOffice: 'The file comes from another office and cannot be opened here.',
    wrongClass:
      'The file is practice, which only trainers open. Or it is marked as something other than it is. Nothing was taken in. Ask whoever sent it.',
    forkedSender:
      'Two different files have the same number from the same device. It may have been copied. Call the operator.',
    unreadable: 'The app could not read it. It is kept and tried again at the next start.',
    unfetched: 'A part of the app is not fetched yet. Try again when the office answers.',
    badContents:
      'The contents of the file are not as they should be. Ask the sender to send it again.',
    mixedRecipients:
      'The recipients have different kinds of keys. Nothing was sent. Call the operator.',
    noRecipients: 'There is no recipient at the office. Nothing was sent. Talk to the supervisor.',
    cancelled: 'It was cancelled before it was done. Begin again when you like.',
    partTooLarge: 'A part is too large to be sent. Nothing was sent. Call the operator.',

    passkeyUnsupported: 'This device or browser cannot unlock with a passkey. Use the passphrase.',
    passkeyCancelled: 'Unlocking with a passkey was cancelled. Try again or use the passphrase.',

    api_badRequest: 'The office did not understand. Reload the page to get the latest version.',
    api_wrongSecret:
      'The code is not right. Copy it again from the window where the server was started.',
    api_badSignature:
      'The office does not recognise this device’s signature. Talk to the supervisor.',
    api_wrongClock: 'This device’s clock is wrong. Set it right and try again.',
    api_notAllowed: 'You may not do this. Talk to the supervisor.',
    api_notFound: 'It is no longer at the office.',
    api_alreadyClaimed: 'The office has already been set up. Ask the supervisor for an invitation.',
    api_notClaimed:
      'The office has not been set up yet. That is done once, with the code from the server.',
    api_erased: 'This has been erased at the office and is not taken in again.',
    api_conflict: 'The office already has something else with the same number. Call the operator.',
    api_directoryStale: 'Someone else changed the list at the same time. Try again.',
    api_invitationUsed: 'The invitation has already been used. Ask the supervisor for a new one.',
    api_invitationOver: 'The invitation has expired. Ask the supervisor for a new one.',
    api_tooLarge: 'It is larger than the office accepts.',
    api_wrongHash: 'Something went wrong on the way to the office. It is sent again by itself.',
    api_objectsMissing: 'Parts are missing at the office. They are sent again by themselves.',
    api_tooMany: 'There were too many tries in a short time. Wait a minute and try again.',
    api_serverFault: 'The office’s server has a fault. Nothing is lost. Call the operator.',
    api_storageFull: 'The office’s server is full. Nothing is lost. Call the operator.',

    guide_notJson: 'the file cannot be read as a guide (it is not JSON)',
    guide_notAnObject: 'the file holds something other than a guide',
    guide_tooLarge: 'the file is larger than 8 MB and is not read',
    guide_missing: 'something that must be there is missing',
    guide_wrongKind: 'what stands there is of the wrong kind',
    guide_empty: 'it is empty, but something must stand there',
    guide_missingWhat: (what: string) => `${what} is missing`,
    guide_wrongKindWhat: (what: string) => `${what} is of the wrong kind`,
    guide_emptyWhat: (what: string) => `${what} is too short or empty`,
    member_text: 'the text',
    member_title: 'the title',
    member_motive: 'the motive',
    member_guidance: 'the guidance',
    member_answer: 'the way of answering',
    member_minutes: 'the number of minutes',
    member_label: 'the label',
    member_name: 'the name',
    member_sections: 'the list of sections',
    member_questions: 'the list of questions',
    member_tracks: 'the list of tracks',
    member_questionIds: 'the list of questions',
    member_probes: 'the list of probes',
    member_options: 'the list of options',
    member_consent: 'the consent',
    member_memoTemplate: 'the template of the memo',
    place_section: (n: number) => `section ${n}`,
    place_question: (n: number) => `question ${n}`,
    place_track: (n: number) => `track ${n}`,
    place_card: (n: number) => `support card ${n}`,
    place_probe: (n: number) => `probe ${n}`,
    place_option: (n: number) => `option ${n}`,
    place_field: (n: number) => `row ${n}`,
    guide_duplicateId: 'the same id is used twice',
    guide_unknownQuestion: 'a question is named that is not in the guide',
    guide_gateMissing:
      'no question is marked as consent, and without consent no interview can begin',
    guide_gateLeftOut: 'the track leaves out the consent question, which must never be left out',
  },
);
