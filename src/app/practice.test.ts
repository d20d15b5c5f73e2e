import { expect, it } from 'vitest';
import { DeviceId } from '../base/ids.ts';
import { err } from '../base/result.ts';
import { problemTexts } from '../i18n/problem.ts';
import { GUIDE } from '../interview/fixture.ts';
import { caseOf } from '../training/fixture.ts';
import { openPractice } from './practice.ts';

const open = (alias: string) => openPractice({ played: caseOf(alias), guide: GUIDE, by: 'tablet' });
const refusal = err({ type: 'onlyPractice' });

it('delivers nothing and saves no file, and there is a sentence that says so', async () => {
  const { desk, session } = await open('Lina');
  expect(desk.me.class).toBe('practice');
  expect(await desk.deliver('interview', session.interview)).toEqual(refusal);
  expect(await desk.deliver('safety', session.interview)).toEqual(refusal);
  expect(await desk.deliver('training', session.stream)).toEqual(refusal);
  expect(await desk.saveFile('interview', session.interview)).toEqual(refusal);
  expect(await desk.openFile(new Uint8Array(4))).toEqual(refusal);
  expect(await desk.invite({ name: 'Någon', role: 'interviewer' })).toEqual(refusal);
  expect(await desk.revoke(DeviceId.parse('a'.repeat(32)))).toEqual(refusal);
  expect(problemTexts.sv.onlyPractice).toMatch(/övning/);
  expect(await desk.directory()).toBeUndefined();
});

it('has sound to agree to only where the case agrees to it', async () => {
  expect((await open('Amir')).desk.sound?.openMicrophone).toBeDefined();
  expect((await open('Lina')).desk.sound).toBeUndefined();
});

it('leaves nothing in memory when it is closed', async () => {
  const practice = await open('Saga');
  const { desk, session } = practice;
  await desk.journal.draft(session.interview, 'interview', 's1q1', { text: 'kastanj' });
  await practice.close();
  expect(await desk.journal.open(session.interview)).toBeUndefined();
  expect(await desk.journal.list('interview')).toEqual([]);
});
