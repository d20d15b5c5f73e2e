import { fireEvent, render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { StreamId } from '../../base/ids.ts';
import { err, ok } from '../../base/result.ts';
import { fakeSound, RECORDING } from '../../interview/sound-fixture.ts';
import type { Desk } from '../port.ts';
import { DIRECTORY, fakeDesk, ME } from './fixture.ts';
import { SoundDueList } from './SoundDueList.tsx';
import { SoundRetentionForm } from './SoundRetentionForm.tsx';

const decided = { ...DIRECTORY, retention: { sound: { decision: 'SN 2026/114', days: 30 } } };

function show(own: Partial<Desk> = {}) {
  const decideSound = vi.fn<Desk['decideSound']>(async () => ok('decided'));
  render(<SoundRetentionForm desk={fakeDesk({ decideSound, ...own })} />);
  return decideSound;
}
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('turns sound on with a decision and its days, and not without', async () => {
  const decideSound = show();
  expect(await screen.findByText(/Inget beslut är infört/)).toBeVisible();
  press('Slå på ljudet');
  expect(screen.getByText('Skriv var beslutet finns.')).toBeVisible();
  type('Gallringsbeslut, diarienummer', 'SN 2026/114');
  type('Dagar efter godkänd utskrift', '0');
  press('Slå på ljudet');
  expect(screen.getByText(/mellan 1 och 3650/)).toBeVisible();
  expect(decideSound).not.toHaveBeenCalled();
  type('Dagar efter godkänd utskrift', '45');
  press('Slå på ljudet');
  expect(await screen.findByText('Det är infört.')).toBeVisible();
  expect(decideSound).toHaveBeenCalledWith({ decision: 'SN 2026/114', days: 45 });
});

it('says which decision stands, and turns sound off for everybody', async () => {
  const decideSound = show({ directory: async () => decided });
  expect(
    await screen.findByText(/Gallringsbeslut SN 2026\/114. Ljud sparas 30 dagar/),
  ).toBeVisible();
  press('Stäng av ljudet för alla');
  expect(await screen.findByText('Det är infört.')).toBeVisible();
  expect(decideSound).toHaveBeenCalledWith(null);
});

it('says what went wrong, and is nobody’s but the supervisor’s', async () => {
  show({ directory: async () => decided, decideSound: async () => err({ type: 'unreachable' }) });
  await screen.findByText(/SN 2026\/114/);
  press('Stäng av ljudet för alla');
  expect(await screen.findByRole('alert')).toBeVisible();
  expect(screen.queryByText('Det är infört.')).toBeNull();
});

it('is not shown to an interviewer', async () => {
  show({ me: { ...ME, role: 'interviewer' }, directory: async () => decided });
  await Promise.resolve();
  expect(screen.queryByText('Ljud i samtalen')).toBeNull();
});

it('lists what goes when, first what goes first, and what has gone', async () => {
  const other = StreamId.parse('8'.repeat(32));
  const gone = StreamId.parse('7'.repeat(32));
  const day = (number: number) => Date.UTC(2026, 11, number, 12);
  const sound = fakeSound({
    keeping: async () =>
      new Map([
        [gone, { state: 'weeded', at: day(1), decision: 'SN 2026/114' }],
        [RECORDING, { state: 'due', at: day(24) }],
        [other, { state: 'due', at: day(12) }],
      ]),
  });
  const desk = fakeDesk({ sound });
  const about = { interview: StreamId.parse('a'.repeat(32)) };
  await desk.journal.append(RECORDING, 'sound', [{ type: 'X', version: 1, data: {} }], about);
  render(<SoundDueList desk={desk} />);
  const lines = await screen.findAllByRole('listitem');
  expect(lines.map(({ textContent }) => textContent)).toEqual([
    expect.stringContaining('tas bort 12 december 2026'),
    expect.stringContaining('tas bort 24 december 2026'),
    expect.stringContaining('togs bort 1 december 2026, gallringsbeslut SN 2026/114'),
  ]);
});
