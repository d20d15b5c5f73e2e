import { firstDay, isDate, lastDay } from './days.ts';
import { looksLikeFormula } from './csv.ts';
import { isIdentityIn, type ColumnField, type Mapping } from './import-columns.ts';
import type { Details, Ending, Placement, PlacementKind } from './participant.ts';

/** What is wrong with a row, said beside the field it is about. */
export interface RowProblem {
  readonly field: ColumnField;
  readonly type:
    | 'empty'
    | 'identity'
    | 'formula'
    | 'long'
    | 'date'
    | 'future'
    | 'backwards'
    | 'kind'
    | 'ending'
    | 'yesNo'
    | 'code'
    /** The same code stands for somebody else, in the list or in the register. */
    | 'codeTaken'
    /** Of somebody who was removed from the register. */
    | 'removed';
}

/** One row that can be read in; a person with several placements has several rows. */
export interface ReadRow {
  /** Empty when the list has none: then one is given. */
  readonly code: string;
  readonly details: Omit<Details, 'ownWorkers' | 'siblings'>;
  readonly placement: Omit<Placement, 'placement'> | null;
}

export type RowResult =
  | { readonly ok: true; readonly row: ReadRow }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

/** What stands in interviews too: 2 to 20 letters, digits and hyphens, a digit among them. */
const CODE = /^(?=.*\d)[A-Za-zÅÄÖåäö0-9-]{2,20}$/;
const LONGEST = 200;
const LONGEST_NOTE = 2000;

/** Reads one row. @param today as `YYYY-MM-DD`: nobody was born, and nothing has begun or ended, after it. */
export function readRow(cells: readonly string[], mapping: Mapping, today: string): RowResult {
  const problems: RowProblem[] = [];
  const wrong = (field: ColumnField, type: RowProblem['type']) => {
    problems.push({ field, type });
    return '';
  };
  const textOf = (field: ColumnField): string => {
    const text = (cells[mapping.indexOf(field)] ?? '').trim();
    const longest = field === 'note' || field === 'otherWorkers' ? LONGEST_NOTE : LONGEST;
    if (isIdentityIn(field, text)) return wrong(field, 'identity');
    if (looksLikeFormula(text) && !(field === 'phone' && /^\+[\d\s()-]+$/.test(text))) {
      return wrong(field, 'formula');
    }
    return text.length > longest ? wrong(field, 'long') : text;
  };
  /** A word out of a table; an empty cell is `otherwise`. */
  const oneOf = <T>(
    field: ColumnField,
    table: readonly (readonly [RegExp, T])[],
    type: RowProblem['type'],
    otherwise: T,
  ): T => {
    const text = textOf(field).toLowerCase();
    if (text === '') return otherwise;
    const found = table.find(([pattern]) => pattern.test(text));
    if (found) return found[1];
    wrong(field, type);
    return otherwise;
  };
  const dateOf = (field: ColumnField): string => {
    const text = textOf(field);
    const date = dateIn(text);
    if (text === '') return '';
    if (date === null) return wrong(field, 'date');
    return firstDay(date) > today ? wrong(field, 'future') : date;
  };

  const code = textOf('code');
  if (code !== '' && !CODE.test(code)) wrong('code', 'code');
  const name = textOf('name') || [textOf('firstName'), textOf('lastName')].join(' ').trim();
  const broken = (field: ColumnField) => problems.some((each) => each.field === field);
  if (name === '' && !broken('name') && !broken('firstName')) wrong('name', 'empty');
  const birth = dateOf('birth');
  if (birth === '' && !broken('birth')) wrong('birth', 'empty');
  const details = {
    name,
    contact: contactOf(textOf('address'), textOf('phone'), textOf('mail'), textOf('note')),
    birthMonth: birth.slice(0, 7),
    municipality: textOf('municipality'),
    protectedData: oneOf('protectedData', YES_NO, 'yesNo', false),
    language: languageOf(textOf('language')),
    interpreter: oneOf('interpreter', YES_NO, 'yesNo', false),
    otherWorkers: textOf('otherWorkers'),
  };
  const from = dateOf('placementFrom');
  const to = dateOf('placementTo');
  const kind = oneOf('placementKind', KINDS, 'kind', 'fosterHome');
  const ending = oneOf<Ending>('ending', HOW_ENDED, 'ending', 'unknown');
  const municipality = textOf('placementMunicipality') || details.municipality;
  if (to !== '' && from === '' && !broken('placementFrom')) wrong('placementFrom', 'empty');
  if (from !== '' && to !== '' && lastDay(to) < firstDay(from)) wrong('placementTo', 'backwards');
  if (problems.length > 0) return { ok: false, problems };
  const placement =
    from === ''
      ? null
      : { kind, from, to: to || null, municipality, ending: to === '' ? null : ending };
  return { ok: true, row: { code, details, placement } };
}

/** Letters go before calls and calls before mail; the others are kept as a note. */
function contactOf(address: string, phone: string, mail: string, note: string): Details['contact'] {
  const ways = [
    { way: 'letter', value: address },
    { way: 'phone', value: phone },
    { way: 'mail', value: mail },
  ] as const;
  const [first, ...others] = ways.filter(({ value }) => value !== '');
  const rest = [...others.map(({ value }) => value), ...(note === '' ? [] : [note])].join('. ');
  return { ...(first ?? { way: 'other', value: '' }), note: rest };
}

const YES_NO = [
  [/^(ja|j|x|1|sant|true|yes|y)$/, true],
  [/^(nej|n|0|falskt|false|no|-)$/, false],
] as const satisfies readonly (readonly [RegExp, boolean])[];

const KINDS: readonly (readonly [RegExp, PlacementKind])[] = [
  [/^(jourhem|jourfamiljehem|emergency)/, 'emergencyHome'],
  [/(släkt|nätverk|kinship|anhörig)/, 'kinship'],
  [/^(familjehem|fosterhem|konsulentstött|foster)/, 'fosterHome'],
  [/(hvb|hem för vård|residential)/, 'hvb'],
  [/^(stödboende|supported)/, 'supportedHousing'],
  [/^(annat|övrigt|other)/, 'other'],
];

const HOW_ENDED: readonly (readonly [RegExp, Ending])[] = [
  [/^(oplanera|sammanbrott|unplanned|breakdown)/, 'unplanned'],
  [/^(planera|planned)/, 'planned'],
  [/(vårdnads?överflytt|custody)/, 'custodyTransferred'],
  [/^(flytt|omplacer|moved)/, 'moved'],
  [/^(okänt|vet ej|unknown)/, 'unknown'],
];

const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/^(svenska|swedish|sv)$/, 'sv'],
  [/^(engelska|english|en)$/, 'en'],
  [/^(arabiska|arabic|ar)$/, 'ar'],
  [/^(somaliska|somali|so)$/, 'so'],
  [/^(tigrinja|tigrinska|tigrinya|ti)$/, 'ti'],
  [/^(dari|prs)$/, 'prs'],
  [/^(persiska|farsi|persian|fa)$/, 'fa'],
  [/^(finska|finnish|fi)$/, 'fi'],
];

/** A language's tag; one that is not in the table is kept by the name it was given, which fits the field. */
function languageOf(text: string): string {
  const folded = text.toLowerCase();
  if (folded === '') return 'sv';
  return LANGUAGES.find(([pattern]) => pattern.test(folded))?.[1] ?? text.slice(0, 20);
}

const MONTHS = 'jan feb mar apr maj jun jul aug sep okt nov dec'.split(' ');

/** A day or month out of what lists hold: 2016-08-15, 2016/08, 20160815, 15.8.2016, aug 2016. Null if it is none. */
export function dateIn(text: string): string | null {
  const named = /^(\p{L}{3,})\.? (\d{4})$/u.exec(text);
  const month = named?.[1] ? MONTHS.indexOf(named[1].toLowerCase().slice(0, 3)) + 1 : 0;
  const [, year = '', second = '', third = ''] =
    (month > 0 && named
      ? [text, named[2], String(month)]
      : (/^(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[ T]0?0:00.*)?$/.exec(text) ??
        /^(\d{4})(\d{2})(\d{2})?$/.exec(text) ??
        turned(/^(?:(\d{1,2})[-/.])?(\d{1,2})[-/.](\d{4})$/.exec(text)))) ?? [];
  const date = [year, ...[second, third].filter(Boolean).map((part) => part.padStart(2, '0'))];
  const written = date.join('-');
  return isDate(written) ? written : null;
}

const turned = (found: RegExpExecArray | null): readonly string[] | null =>
  found && ['', found[3] ?? '', found[2] ?? '', found[1] ?? ''];
