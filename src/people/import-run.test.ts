import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import type { Journal } from '../journal/model/port.ts';
import { newBatch, runImport } from './import-run.ts';
import { batchesOf, undoImport } from './import-undo.ts';
import { givenNow, type Brief } from './model/assignment.ts';
import { guessMapping } from './model/import-columns.ts';
import { ImportPlan, type Plan } from './model/import-plan.ts';
import { readRow } from './model/import-row.ts';
import { ParticipantSummary, type ParticipantFact } from './model/participant.ts';
import { readList } from './read-list.ts';
import { writeParticipant } from './write.ts';

const ME = MemberId.parse('1'.repeat(32));
const onwards = () => Promise.resolve(true);
const desk = () => {
  const deps = fixedDeps();
  const journal = openMemoryJournal({ author: ME, device: DeviceId.parse('2'.repeat(32)) }, deps);
  const delivered: StreamId[] = [];
  const deliver = async (stream: StreamId) => void delivered.push(stream);
  return { ...deps, journal, delivered, deliver, goOn: onwards };
};
const peopleIn = async (journal: Journal) =>
  (await journal.list('participant')).flatMap(({ stream, data }) => {
    const known = ParticipantSummary.safeParse(data).data;
    return known ? [{ ...known, stream }] : [];
  });

async function planOf(text: string, journal: Journal): Promise<Plan> {
  const list = await readList(strToU8(text), onwards);
  if (!list.ok) throw new Error(list.error.type);
  const { headings, rows } = list.value;
  const plan = new ImportPlan(await peopleIn(journal));
  rows.forEach((cells, i) => plan.add(i + 2, readRow(cells, guessMapping(headings), '2026-11-20')));
  return plan.result('26');
}

const LIST = `Kod;Namn;Född;Från;Till
${Array.from({ length: 5 }, (_, i) => `BJ-${i + 1};Person ${i + 1};2005-0${i + 1};2015-01;2024-01`).join('\n')}`;

/** Every sign below 256: Windows-1252 as it stands, UTF-16 with a zero after each. */
const CODES = Array.from('Namn;Kod\nÅsa;1', (sign) => sign.charCodeAt(0));

describe('a list', () => {
  it('comes into the register with its placements, is handed on, and can be named', async () => {
    const ports = desk();
    const { people } = await planOf(LIST, ports.journal);
    const batch = newBatch(ports);
    expect(await runImport(people, batch, ports)).toEqual({ done: 5, ended: 'all' });
    const register = await peopleIn(ports.journal);
    expect(register.map(({ code, placements }) => `${code}: ${placements.length}`).sort()).toEqual(
      [1, 2, 3, 4, 5].map((n) => `BJ-${n}: 1`),
    );
    expect(ports.delivered).toHaveLength(5);
    expect(batchesOf(register)).toMatchObject([{ batch, people: 5 }]);
  });

  it('stopped half-way keeps who is in; going on brings the others and nobody twice', async () => {
    const ports = desk();
    const { people } = await planOf(LIST, ports.journal);
    const stopping = { ...ports, goOn: (done: number) => Promise.resolve(done < 2) };
    expect(await runImport(people, newBatch(ports), stopping)).toEqual({
      done: 2,
      ended: 'cancelled',
    });
    const rest = await planOf(LIST, ports.journal);
    expect(rest.already.toSorted()).toEqual(['BJ-1', 'BJ-2']);
    expect(rest.people).toHaveLength(3);
    await runImport(rest.people, newBatch(ports), ports);
    const codes = (await peopleIn(ports.journal)).map(({ code }) => code).sort();
    expect(codes).toEqual(['BJ-1', 'BJ-2', 'BJ-3', 'BJ-4', 'BJ-5']);
  });

  it('says when the disk is full, and whoever came in before stays', async () => {
    const ports = desk();
    const { people } = await planOf(LIST, ports.journal);
    let writes = 0;
    const journal: Journal = {
      ...ports.journal,
      append: async (...given) => {
        writes += 1;
        return writes > 3
          ? { ok: false, error: { type: 'diskFull' } }
          : ports.journal.append(...given);
      },
    };
    expect(await runImport(people, newBatch(ports), { ...ports, journal })).toEqual({
      done: 3,
      ended: { type: 'diskFull' },
    });
    expect(await peopleIn(ports.journal)).toHaveLength(3);
  });

  it('of 50,000 rows is read in pieces and can be stopped between them', async () => {
    const rows = Array.from({ length: 50_000 }, (_, i) => `P-${i};Person ${i};2005-01`).join('\n');
    const bytes = strToU8(`Kod;Namn;Född\n${rows}`);
    const told: number[] = [];
    const whole = await readList(bytes, async (n) => told.push(n) > 0);
    expect(whole.ok && whole.value.rows.length).toBe(50_000);
    expect(told.length).toBeGreaterThanOrEqual(50);
    expect(await readList(bytes, (n) => Promise.resolve(n < 3000))).toEqual({
      ok: false,
      error: { type: 'cancelled' },
    });
    const longer = strToU8(`Kod;Namn;Född\n${rows}\nX-1;Y;2005-01`);
    expect(await readList(longer, onwards)).toEqual({ ok: false, error: { type: 'tooManyRows' } });
  });

  it.each([
    ['', 'empty'],
    ['Kod;Namn', 'empty'],
  ])('with nothing in it is said to be empty: "%s"', async (text) => {
    expect(await readList(strToU8(text), onwards)).toEqual({ ok: false, error: { type: 'empty' } });
  });

  it.each([
    ['UTF-8 with its mark', [0xef, 0xbb, 0xbf, ...strToU8('Namn;Kod\nÅsa;1')]],
    ['Windows-1252', CODES],
    ['UTF-16', [0xff, 0xfe, ...CODES.flatMap((code) => [code, 0])]],
  ])('is read in %s', async (_what, bytes) => {
    const list = await readList(Uint8Array.from(bytes), onwards);
    expect(list).toEqual({ ok: true, value: { headings: ['Namn', 'Kod'], rows: [['Åsa', '1']] } });
  });
});

describe('undoing an import', () => {
  const done = async () => {
    const ports = desk();
    const { people } = await planOf(LIST, ports.journal);
    const batch = newBatch(ports);
    await runImport(people, batch, ports);
    const streams = new Map(
      (await peopleIn(ports.journal)).map((each) => [each.code, each.stream]),
    );
    const write = async (code: string, fact: ParticipantFact) => {
      const stream = streams.get(code);
      if (stream) await writeParticipant(ports.journal, stream, [fact]);
    };
    return { ...ports, batch, streams, write, undo: () => undoImport(batch, { ...ports, me: ME }) };
  };

  it('erases everyone that nothing has happened to; no word of theirs is left', async () => {
    const { journal, streams, undo, delivered } = await done();
    const before = delivered.length;
    expect(await undo()).toEqual({ erased: 5, left: [], problem: null });
    expect(await peopleIn(journal)).toEqual([]);
    for (const stream of streams.values()) {
      expect(JSON.stringify(await journal.open(stream))).not.toContain('Person');
    }
    expect(delivered.length - before).toBe(5);
    expect(await undo()).toEqual({ erased: 0, left: [], problem: null });
  });

  it('leaves whom something has happened to, and says what', async () => {
    const { journal, write, undo, streams } = await done();
    await write('BJ-1', {
      type: 'OfferMade',
      version: 1,
      data: { offer: 'aaaaaaaa', wave: 1, way: 'letter', on: '2026-11-01', by: ME },
    });
    await write('BJ-2', {
      type: 'ParticipantChanged',
      version: 1,
      data: { details: { name: 'B' } },
    });
    const third = (await peopleIn(journal)).find(({ code }) => code === 'BJ-3')?.placements[0];
    if (!third) throw new Error('a placement');
    await write('BJ-3', { type: 'PlacementWritten', version: 1, data: { placement: third } });
    const participant = streams.get('BJ-4');
    if (!participant) throw new Error('a person');
    const brief: Brief = {
      participant,
      code: 'BJ-4',
      name: 'Person 4',
      contact: '',
      contactNote: '',
      language: 'sv',
      interpreter: false,
      protectedData: false,
      wave: 1,
      due: null,
      topics: [],
      relation: 'own',
    };
    const given = { to: ME, brief, wish: 'none' as const };
    await journal.append(
      StreamId.parse('9'.repeat(32)),
      'assignment',
      [{ type: 'AssignmentGiven', version: 1, data: given }],
      givenNow(given, ME, 0),
    );
    const { erased, left } = await undo();
    expect(erased).toBe(1);
    expect(left.toSorted((a, b) => (a.code < b.code ? -1 : 1))).toEqual([
      { code: 'BJ-1', why: 'asked' },
      { code: 'BJ-2', why: 'changed' },
      { code: 'BJ-3', why: 'changed' },
      { code: 'BJ-4', why: 'assigned' },
    ]);
  });

  it("leaves a colleague's import to the colleague", async () => {
    const { journal, batch } = await done();
    const other = MemberId.parse('8'.repeat(32));
    const { left } = await undoImport(batch, { ...desk(), journal, me: other });
    expect(new Set(left.map(({ why }) => why))).toEqual(new Set(['colleague']));
  });
});
