import { expect, it, vi } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { parseGuide } from '../guide/model/parse.ts';
import shipped from '../guide/data/default-guide.json' with { type: 'json' };
import type { StreamSummary } from '../journal/model/port.ts';
import { guideByRules } from './model/program-summary.ts';
import {
  PROGRAM_DEFAULTS,
  programStreamOf,
  summariseProgram,
  type Program,
} from './model/program.ts';
import { changeProgram, readProgram } from './program-stream.ts';

const member = MemberId.parse('1'.repeat(32));
const GUIDE = guide();
function guide() {
  const parsed = parseGuide(JSON.stringify(shipped));
  if (!parsed.ok) throw new Error('the shipped guide does not parse');
  return parsed.value;
}
const office = OfficeId.parse('3'.repeat(32));

it('changes one rule and leaves the others, and what was said last counts', async () => {
  const device = DeviceId.parse('2'.repeat(32));
  const journal = openMemoryJournal({ author: member, device }, fixedDeps());
  expect(await readProgram(journal)).toEqual(PROGRAM_DEFAULTS);
  const first = await changeProgram(journal, { office, member }, { minAge: 16 }, 1);
  const placeholders = [{ name: 'BOARD', text: 'Socialnämnden' }];
  const second = await changeProgram(journal, { office, member }, { placeholders }, 2);
  expect(second).toEqual(first);
  expect(await readProgram(journal)).toEqual({ ...PROGRAM_DEFAULTS, minAge: 16, placeholders });
});

it('tells the list what was last said of guardians, and that alone replaces the guide’s', async () => {
  const device = DeviceId.parse('2'.repeat(32));
  const clock = fixedDeps();
  const journal = openMemoryJournal({ author: member, device }, clock);
  const say = (program: Partial<Program>) =>
    changeProgram(journal, { office, member }, program, clock.clock.now());
  expect(guideByRules(GUIDE, await journal.list('program'))).toBe(GUIDE);
  await say({ minAge: 16 });
  expect(guideByRules(GUIDE, await journal.list('program'))).toBe(GUIDE);
  await say({ guardianPolicy: 'informed' });
  await say({ reminders: 2 });
  const rows = await journal.list('program');
  expect(guideByRules(GUIDE, rows).programDefaults?.guardianPolicy).toBe('informed');
  const events = (await journal.open(programStreamOf(office, member)))?.events ?? [];
  expect(summariseProgram(events)).toEqual(rows[0]?.data);
});

it('a rule that stands in an older list is followed once it has been shown', async () => {
  const device = DeviceId.parse('2'.repeat(32));
  const journal = openMemoryJournal({ author: member, device }, fixedDeps());
  await changeProgram(journal, { office, member }, { guardianPolicy: 'informed' }, 1);
  const stream = programStreamOf(office, member);
  await journal.take(stream, 'program', [], { by: member });
  expect(guideByRules(GUIDE, await journal.list('program'))).toBe(GUIDE);
  expect((await readProgram(journal)).guardianPolicy).toBe('informed');
  const rows = await journal.list('program');
  expect(guideByRules(GUIDE, rows).programDefaults?.guardianPolicy).toBe('informed');
  const told = vi.fn<() => void>();
  journal.subscribe(told);
  await readProgram(journal);
  expect(told).not.toHaveBeenCalled();
});

it('of two supervisors the one who spoke last counts', () => {
  const said = (policy: string, at: number): StreamSummary => ({
    stream: programStreamOf(office, member),
    kind: 'program',
    changed: at,
    data: { by: member, guardian: { policy, at } },
  });
  const rows = [said('none', 2), said('required', 5), said('informed', 3)];
  expect(guideByRules(GUIDE, rows).programDefaults?.guardianPolicy).toBe('required');
});
