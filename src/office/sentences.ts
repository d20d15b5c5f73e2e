/** What the server says to the person in the server room, in both languages; {} is replaced by the detail. */
const SENTENCES = {
  running: ['Återblick är igång. Öppna:', 'Återblick is running. Open:'],
  unclaimed: [
    'Kontoret är nytt. Engångskoden för att starta det (en ny vid varje start):',
    'The office is new. The one-time code to set it up (a new one at every start):',
  ],
  folderBusy: [
    'Datamappen används redan av en annan start av Återblick: stäng den först.',
    'The data folder is in use by another running Återblick: close that one first.',
  ],
  insecureUrl: [
    'Adressen i --public-url måste börja med https:// (utom på localhost), annars låser webbläsaren appens nycklar.',
    'The address in --public-url must begin with https:// (except on localhost), or browsers refuse the app its keys.',
  ],
  portBusy: [
    'Porten {} är upptagen: välj en annan med --port.',
    'Port {} is taken: choose another with --port.',
  ],
  usage: [
    'Skriv: audit verify [LOGGHUVUD] | backup MAPP | restore MAPP [--replaces GAMLA-MAPPEN], och --data MAPP om data inte ligger i ./data.',
    'Write: audit verify [HEAD] | backup FOLDER | restore FOLDER [--replaces OLD-FOLDER], and --data FOLDER if the data is not in ./data.',
  ],
  noOffice: ['Det finns inget kontor i {}.', 'There is no office in {}.'],
  auditWhole: ['Loggen är hel: {}.', 'The log is whole: {}.'],
  lineBroken: [
    'Loggen är ändrad: rad {} stämmer inte.',
    'The log was changed: line {} does not fit.',
  ],
  headMissing: [
    'Loggen är avkortad: logghuvudet {} ur ett kvitto saknas.',
    'The log was cut off: the head {} from a receipt is missing.',
  ],
  notAHead: ['Ett logghuvud är 64 tecken, 0-9 och a-f.', 'A head is 64 characters, 0-9 and a-f.'],
  folderNotEmpty: [
    'Mappen {} är inte tom: välj en ny.',
    'The folder {} is not empty: choose a new one.',
  ],
  backedUp: ['Säkerhetskopian är klar: {}.', 'The backup is done: {}.'],
  notABackup: ['Mappen {} är ingen hel säkerhetskopia.', 'The folder {} is not a complete backup.'],
  objectDamaged: [
    'Säkerhetskopian är skadad: {}. Inget är ändrat.',
    'The backup is damaged: {}. Nothing was changed.',
  ],
  dataInUse: [
    'I {} finns redan ett kontor: flytta undan mappen först.',
    'There is an office in {} already: move that folder aside first.',
  ],
  restored: ['Återställt: {}.', 'Restored: {}.'],
  stayedErased: [
    'Det som har raderats efter säkerhetskopian kom inte tillbaka: {}.',
    'What was erased after the backup did not come back: {}.',
  ],
  noNewerErased: [
    'Ingen nyare lista över det som har raderats hittades. Det som raderades efter säkerhetskopian är tillbaka. Finns den gamla mappen kvar, lägg dess erased.txt i {} innan du startar.',
    'No newer list of what was erased was found. What was erased after the backup is back. If the old folder still exists, put its erased.txt at {} before you start.',
  ],
} as const satisfies Record<string, readonly [sv: string, en: string]>;

export type SentenceKey = keyof typeof SENTENCES;

/** The sentence in Swedish and English, on one line. */
export function sentence(key: SentenceKey, detail = ''): string {
  return SENTENCES[key].map((text) => text.replace('{}', detail)).join(' / ');
}
