import { holdsIdentityNumber, isIdentityNumberAsPhone } from './identity-number.ts';

/** What a column of a list may hold. `skip` is not read; `identity` can't be chosen: nothing of it is ever kept. */
export const COLUMN_FIELDS = [
  'skip',
  'code',
  'name',
  'firstName',
  'lastName',
  'birth',
  'address',
  'phone',
  'mail',
  'note',
  'municipality',
  'protectedData',
  'language',
  'interpreter',
  'otherWorkers',
  'placementKind',
  'placementFrom',
  'placementTo',
  'placementMunicipality',
  'ending',
] as const;
export type ColumnField = (typeof COLUMN_FIELDS)[number];

/** What each column of the list holds, by place. */
export type Mapping = readonly ColumnField[];

/** Headings as Swedish and English lists have them, folded to lower case letters alone. */
const HEADINGS: readonly (readonly [ColumnField, RegExp])[] = [
  ['placementMunicipality', /^(placeringskommun|placementmunicipality|municipalityofplacement)$/],
  [
    'placementFrom',
    /^((placerad|placering(en)?)?från|placerad|start(datum)?|inskriv(en|ning|ningsdatum)|placementfrom|from|startdate)$/,
  ],
  [
    'placementTo',
    /^((placerad|placering(en)?)?till|slut(datum)?|avslut(ad|at)?(datum)?|utskriv(en|ning|ningsdatum)|placementto|to|until|enddate)$/,
  ],
  ['ending', /^(avslutssätt|hurdenslutade|avslutsorsak|orsak|ending|howitended)$/],
  [
    'placementKind',
    /^(placeringsform|placering|vårdform|hemtyp|kind|placementkind|typeofplacement)$/,
  ],
  ['code', /^(kod|löpnummer|code|deltagarkod)$/],
  ['firstName', /^(förnamn|tilltalsnamn|firstname|givenname)$/],
  ['lastName', /^(efternamn|lastname|surname|familyname)$/],
  ['name', /^(namn|fullständigtnamn|name|fullname)$/],
  ['birth', /^(född|födelse(datum|månad|år)?|birth(date|month)?|dateofbirth|born)$/],
  ['address', /^(adress|postadress|gatuadress|address)$/],
  ['phone', /^(telefon(nummer)?|mobil(nummer|telefon)?|tel|phone(number)?|mobile)$/],
  ['mail', /^(e?mail|epost(adress)?|mejl|emailaddress)$/],
  ['note', /^(anmärkning|kontaktnot|kontaktanmärkning|note)$/],
  ['municipality', /^(kommun|hemkommun|municipality)$/],
  [
    'protectedData',
    /^(skyddad(epersonuppgifter|identitet)?|sekretess(markering)?|protected(data)?)$/,
  ],
  ['language', /^(språk|modersmål|language)$/],
  ['interpreter', /^(tolk|tolkbehov|interpreter)$/],
  [
    'otherWorkers',
    /^((tidigare|egen)?(socialsekreterare|handläggare)|(former)?socialworker|caseworker)$/,
  ],
];

/** A guess by the heading, to be looked over; what is not known is not read. */
export function guessField(heading: string): ColumnField {
  const folded = heading.toLowerCase().replace(/[^a-zåäö]/g, '');
  return HEADINGS.find(([, pattern]) => pattern.test(folded))?.[0] ?? 'skip';
}

/** Each field at most once: of two columns with the same guess the first is meant. */
export function guessMapping(headings: readonly string[]): Mapping {
  const guesses = headings.map(guessField);
  return guesses.map((field, i) => (guesses.indexOf(field) === i ? field : 'skip'));
}

/**
 * True for what looks like an identity number in this field. It is refused: neither shown nor kept, and not written
 * into the list of errors either.
 */
export const isIdentityIn = (field: ColumnField, text: string): boolean =>
  field === 'phone' ? isIdentityNumberAsPhone(text) : holdsIdentityNumber(text);

/** Columns with identity numbers in most of the rows that are looked at: they cannot be chosen at all. */
export const identityColumns = (rows: readonly (readonly string[])[]): ReadonlySet<number> => {
  const columns = new Set<number>();
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  for (let column = 0; column < width; column += 1) {
    const filled = rows.map((row) => row[column] ?? '').filter((text) => text.trim() !== '');
    const numbers = filled.filter((text) => isIdentityIn('phone', text));
    if (numbers.length > 0 && numbers.length * 2 >= filled.length) columns.add(column);
  }
  return columns;
};
