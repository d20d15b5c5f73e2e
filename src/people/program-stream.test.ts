import { expect, it } from 'vitest';
import { fixedDeps } from '../base/deps.ts';
import { DeviceId, MemberId, OfficeId } from '../base/ids.ts';
import { openMemoryJournal } from '../journal/memory.ts';
import { PROGRAM_DEFAULTS } from './model/program.ts';
import { changeProgram, readProgram } from './program-stream.ts';

const member = MemberId.parse('1'.repeat(32));
const office = OfficeId.parse('3'.repeat(32));

it('changes one rule and leaves the others, and what was said last counts', async () => {
  const device = DeviceId.parse('2'.repeat(32));
  const journal = openMemoryJournal({ author: member, device }, fixedDeps());
  expect(await readProgram(journal)).toEqual(PROGRAM_DEFAULTS);
  const first = await changeProgram(journal, { office, member }, { minAge: 16 });
  const placeholders = [{ name: 'BOARD', text: 'Socialnämnden' }];
  const second = await changeProgram(journal, { office, member }, { placeholders });
  expect(second).toEqual(first);
  expect(await readProgram(journal)).toEqual({ ...PROGRAM_DEFAULTS, minAge: 16, placeholders });
});
