import { catalogue } from './catalogue.ts';

/** When a device that had a vault seems empty. */
export const vaultLostTexts = catalogue(
  {
    title: 'Det som fanns här hittas inte',
    what: 'Återblick har använts på den här enheten, men webbläsaren hittar inte det som sparades. Det kan hända när enheten har blivit full, eller när någon har rensat webbläsarens data.',
    wait: 'Börja inte om än, och gå inte med i kontoret på nytt. Gör så här:',
    room: 'Se till att det finns ledigt utrymme på enheten. Ta bort något annat än Återblick.',
    reopen: 'Öppna appen på nytt.',
    call: 'Är det fortfarande tomt? Låt enheten vara som den är och ring din arbetsledare. Allt som kontoret har tagit emot finns kvar där, även utkast som har hunnit skickas.',
    again: 'Öppna på nytt',
    helped: 'När du har fått hjälp',
    helpedText:
      'Om ni har kommit fram till att det som fanns här inte går att få tillbaka kan du börja om.',
    anew: 'Börja om på den här enheten',
  },
  {
    title: 'What was here can’t be found',
    what: 'Återblick has been used on this device, but the browser can’t find what was saved. That can happen when the device has become full, or when somebody has cleared the browser’s data.',
    wait: 'Do not start over yet, and do not join the office again. Do this:',
    room: 'See that there is free space on the device. Remove something other than Återblick.',
    reopen: 'Open the app again.',
    call: 'Still empty? Leave the device as it is and call your supervisor. All that the office has received is still there, and so are drafts that had time to be sent.',
    again: 'Open again',
    helped: 'When you have been helped',
    helpedText: 'If you have found out that what was here can’t be got back, you can start over.',
    anew: 'Start over on this device',
  },
);
