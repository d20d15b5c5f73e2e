import { describe, expect, it } from 'vitest';
import { guessField, guessMapping, identityColumns, type ColumnField } from './import-columns.ts';
import { ImportPlan } from './import-plan.ts';
import { dateIn, readRow } from './import-row.ts';

const TODAY = '2026-11-20';
const HEADINGS = [
  'Kod',
  'Namn',
  'Född',
  'Adress',
  'Telefon',
  'Placering',
  'Från',
  'Till',
  'Hur den slutade',
];
const MAPPING = guessMapping(HEADINGS);
const ROW = [
  'BJ-1',
  'Ada Ek',
  '2006-05-12',
  'Storgatan 1',
  '070-123 45 67',
  'Familjehem',
  '2015-08',
  '2024-06',
  'planerat',
];

const change = (field: ColumnField, text: string) =>
  ROW.map((cell, i) => (MAPPING[i] === field ? text : cell));
const read = (cells: readonly string[]) => readRow(cells, MAPPING, TODAY);

describe('the columns of a list', () => {
  it.each([
    ['Förnamn', 'firstName'],
    ['E-post', 'mail'],
    ['Mobil', 'phone'],
    ['Placerad från', 'placementFrom'],
    ['Placerad till', 'placementTo'],
    ['Avslutad', 'placementTo'],
    ['Placeringsform', 'placementKind'],
    ['Placeringskommun', 'placementMunicipality'],
    ['Date of birth', 'birth'],
    ['Skyddade personuppgifter', 'protectedData'],
    ['Personnummer', 'skip'],
    ['Något annat', 'skip'],
  ])('%s is guessed to be %s', (heading, field) => expect(guessField(heading)).toBe(field));

  it('are each used once', () => {
    expect(guessMapping(['Namn', 'Namn'])).toEqual(['name', 'skip']);
  });

  it('with identity numbers cannot be chosen, whatever stands above them', () => {
    const rows = [
      ['Ada', '20060512-1234', '070-123 45 67'],
      ['Bo', '060512-1234', '0701234567'],
      ['Cia', '', '0701121238'],
    ];
    expect([...identityColumns(rows)]).toEqual([1]);
  });
});

describe('a row', () => {
  it('becomes a person with a placement; of the day of birth only the month is kept', () => {
    expect(read(ROW)).toEqual({
      ok: true,
      row: {
        code: 'BJ-1',
        details: {
          name: 'Ada Ek',
          contact: { way: 'letter', value: 'Storgatan 1', note: '070-123 45 67' },
          birthMonth: '2006-05',
          municipality: '',
          protectedData: false,
          language: 'sv',
          interpreter: false,
          otherWorkers: '',
        },
        placement: {
          kind: 'fosterHome',
          from: '2015-08',
          to: '2024-06',
          municipality: '',
          ending: 'planned',
        },
      },
    });
  });

  it.each<[ColumnField, string, string]>([
    ['name', '', 'empty'],
    ['name', 'Ada 20060512-1234', 'identity'],
    ['address', '060512 1234', 'identity'],
    ['name', '=HYPERLINK("http://x.example")', 'formula'],
    ['address', '@SUM(A1)', 'formula'],
    ['name', 'x'.repeat(201), 'long'],
    ['birth', '', 'empty'],
    ['birth', '31 februari', 'date'],
    ['birth', '2031-01', 'future'],
    ['placementFrom', '2030-01', 'future'],
    ['placementFrom', '', 'empty'],
    ['placementTo', '2015-07', 'backwards'],
    ['placementKind', 'Slott', 'kind'],
    ['ending', 'vem vet', 'ending'],
    ['code', 'Ada', 'code'],
  ])('with %s "%s" is told to be wrong: %s', (field, text, type) => {
    expect(read(change(field, text))).toEqual({ ok: false, problems: [{ field, type }] });
  });

  it('tells all that is wrong at once', () => {
    const result = readRow(['', '', 'i går'], ['code', 'name', 'birth'], TODAY);
    expect(result).toEqual({
      ok: false,
      problems: [
        { field: 'name', type: 'empty' },
        { field: 'birth', type: 'date' },
      ],
    });
  });

  it('takes a number with a plus for a telephone number and not for a formula', () => {
    const phone = read(
      change('phone', '+46 70 123 45 67').map((cell) => (cell === 'Storgatan 1' ? '' : cell)),
    );
    expect(phone.ok && phone.row.details.contact).toEqual({
      way: 'phone',
      value: '+46 70 123 45 67',
      note: '',
    });
  });
});

it.each([
  ['2016-08-15', '2016-08-15'],
  ['2016-08-15 00:00:00', '2016-08-15'],
  ['2016/8', '2016-08'],
  ['20160815', '2016-08-15'],
  ['201608', '2016-08'],
  ['15.8.2016', '2016-08-15'],
  ['8/2016', '2016-08'],
  ['aug 2016', '2016-08'],
  ['Augusti 2016', '2016-08'],
  ['2016-02-30', null],
  ['2016', null],
  ['i fjol', null],
])('reads the date %s', (text, date) => expect(dateIn(text)).toBe(date));

describe('the plan for a list', () => {
  const plan = (register: ConstructorParameters<typeof ImportPlan>[0], ...rows: string[][]) => {
    const made = new ImportPlan(register);
    rows.forEach((cells, i) => made.add(i + 2, read(cells)));
    return made.result('26');
  };
  const again = (from: string, to: string) =>
    change('placementFrom', from).map((cell, i) => (MAPPING[i] === 'placementTo' ? to : cell));

  it('puts the placements of one person together, each once', () => {
    const { people, errors } = plan([], ROW, again('2012-01', '2015-07'), ROW);
    expect(errors).toEqual([]);
    expect(
      people.map(({ code, placements }) => [code, placements.map(({ from }) => from)]),
    ).toEqual([['BJ-1', ['2015-08', '2012-01']]]);
  });

  it('gives a code to whoever has none, and never one that is taken', () => {
    const known = read(change('code', '26-001'));
    if (!known.ok) throw new Error('a row that reads');
    const other = { ...known.row.details, name: 'Någon annan', ownWorkers: [], siblings: [] };
    const { people } = plan(
      [{ code: '26-001', details: other }],
      change('code', ''),
      change('code', '').map((cell) => (cell === 'Ada Ek' ? 'Bo Ek' : cell)),
      change('code', '26-002').map((cell) => (cell === 'Ada Ek' ? 'Cia Ek' : cell)),
    );
    expect(people.map(({ code, details }) => [code, details.name])).toEqual([
      ['26-003', 'Ada Ek'],
      ['26-004', 'Bo Ek'],
      ['26-002', 'Cia Ek'],
    ]);
  });

  it('leaves who is in the register already, also when the list has no codes or others', () => {
    const known = read(ROW);
    if (!known.ok) throw new Error('a row that reads');
    const register = [
      { code: 'BJ-1', details: { ...known.row.details, ownWorkers: [], siblings: [] } },
    ];
    for (const cells of [ROW, change('code', ''), change('code', 'BJ-9')]) {
      expect(plan(register, cells)).toEqual({ people: [], errors: [], already: ['BJ-1'] });
    }
  });

  it('does not put two people under one code', () => {
    const bo = ROW.map((cell) => (cell === 'Ada Ek' ? 'Bo Ek' : cell));
    const taken = [{ row: 3, problems: [{ field: 'code', type: 'codeTaken' }] }];
    expect(plan([], ROW, bo).errors).toEqual(taken);
    expect(plan([], ROW, bo).people.map(({ details }) => details.name)).toEqual(['Ada Ek']);
  });

  it('brings nobody back under a code that was removed, and gives it to nobody else', () => {
    const made = new ImportPlan([], ['bj-1', '26-001']);
    made.add(2, read(ROW));
    made.add(3, read(change('code', '')));
    const { people, errors } = made.result('26');
    expect(errors).toEqual([{ row: 2, problems: [{ field: 'code', type: 'removed' }] }]);
    expect(people.map(({ code }) => code)).toEqual(['26-002']);
  });
});
