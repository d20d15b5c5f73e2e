import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { fixedDeps } from '../../base/deps.ts';
import { beginConcern, ConcernSession } from '../concern.ts';
import { IDA, memoryJournal } from '../fixture.ts';
import type { ConcernKind } from '../model/concern.ts';
import { ConcernForm, type ConcernPorts } from './ConcernForm.tsx';

async function show(kind: ConcernKind = 'concern') {
  const { clock, random } = fixedDeps();
  const journal = memoryJournal();
  const begun = await beginConcern(
    journal,
    { kind, interview: null, code: 'K-022' },
    { author: IDA.author, random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('not begun');
  const open = async () => {
    const session = await ConcernSession.open(journal, clock.now, begun.value);
    if (!session) throw new Error('does not open');
    return session;
  };
  const ports: ConcernPorts = {
    clock,
    deliver: vi.fn<() => Promise<void>>(async () => undefined),
    saveFile: async () => 'saved',
    saveFileLabel: 'Fil',
    print: vi.fn<() => void>(),
    onBack: vi.fn<() => void>(),
    backTo: 'talk',
    author: 'Ida Lind',
  };
  const session = await open();
  const shown = render(<ConcernForm session={session} ports={ports} />);
  return { session, ports, open, ...shown };
}
const SAID = 'Vad sades, ordagrant, och när?';
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

it('keeps what is typed at once, and sends it when the field is left', async () => {
  const { session, ports } = await show();
  type(SAID, 'Nu bor Elias där');
  expect(session.value('said')).toBe('Nu bor Elias där');
  expect(ports.deliver).not.toHaveBeenCalled();
  fireEvent.blur(screen.getByLabelText(SAID));
  await waitFor(() => expect(ports.deliver).toHaveBeenCalledOnce());
  expect((await screen.findAllByText(/^Skrivet \d/)).length).toBeGreaterThan(0);
  // Left again unchanged: nothing new to send.
  fireEvent.blur(screen.getByLabelText(SAID));
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  expect(ports.deliver).toHaveBeenCalledOnce();
});

it('keeps and sends what a crash left half-written', async () => {
  const { session, ports, open, unmount } = await show();
  type(SAID, 'Nu bor El');
  await waitFor(() => expect(session.saveState().type).toBe('saved'));
  unmount();
  const again = await open();
  render(<ConcernForm session={again} ports={ports} />);
  expect(screen.getByLabelText(SAID)).toHaveValue('Nu bor El');
  await waitFor(() => expect(ports.deliver).toHaveBeenCalledOnce());
  expect(again.snapshot().fields.get('said')?.text).toBe('Nu bor El');
});

it('inserts the clock, and notices an identity number', async () => {
  await show();
  press('Sätt in klockslag (Vad sades, ordagrant, och när?)');
  expect(screen.getByLabelText(SAID)).toHaveDisplayValue(/^\d\d:\d\d $/);
  expect(screen.queryByText(/ser ut som ett personnummer/)).toBeNull();
  type(SAID, 'född 20160412-1234');
  expect(screen.getByText(/ser ut som ett personnummer/)).toBeVisible();
});

it('stays red until it says to whom, how and when', async () => {
  const { ports, session } = await show();
  expect(screen.getAllByText('Inte överlämnad')[0]).toHaveAttribute('data-tone', 'danger');
  type('Överlämnad till', 'Mottagningen, Eva');
  type('På sätt', 'telefon');
  expect(screen.getByRole('button', { name: 'Spara överlämningen' })).toBeDisabled();
  type('Klockan', '14.40');
  press('Spara överlämningen');
  expect(await screen.findByText(/^Överlämnad \d/)).toHaveAttribute('data-tone', 'ok');
  expect(screen.getByLabelText('Överlämnad till')).toHaveValue('');
  await waitFor(() => expect(ports.deliver).toHaveBeenCalledOnce());
  type(SAID, 'Mer');
  fireEvent.blur(screen.getByLabelText(SAID));
  expect((await screen.findAllByText(/har ändrats efter överlämningen/))[0]).toBeVisible();
  expect(session.snapshot().handedOverAt).toBeNull();
});

it('prints the whole of it with its times, and leaves at one tap', async () => {
  const { container, ports } = await show('misconduct');
  type('Vem berörs?', 'Ett barn');
  fireEvent.blur(screen.getByLabelText('Vem berörs?'));
  const paper = container.querySelector('.concern-print');
  await waitFor(() => expect(paper).toHaveTextContent(/Ett barn\s*Skrivet \d/));
  expect(paper).toHaveTextContent('Utkast till rapport om missförhållande');
  expect(paper).toHaveTextContent('Ida Lind');
  expect(paper).toHaveTextContent('K-022');
  press('Skriv ut för överlämning');
  expect(ports.print).toHaveBeenCalledOnce();
  press('Dölj');
  press('Tillbaka till samtalet');
  expect(ports.onBack).toHaveBeenCalledTimes(2);
});

it('removes a draft begun by mistake, after naming what goes, and tells the office', async () => {
  const { session, ports } = await show();
  type(SAID, 'HEMLIGT och halvskrivet');
  press('Ta bort utkastet');
  const dialog = within(screen.getByRole('dialog'));
  expect(dialog.getByText(/gäller anmälningsplikten ändå/)).toBeVisible();
  expect(dialog.getByRole('list')).toHaveTextContent(`${SAID}HEMLIGT och halvskrivet`);
  fireEvent.click(dialog.getByRole('button', { name: 'Avbryt' }));
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(session.value('said')).toContain('HEMLIGT');
  press('Ta bort utkastet');
  press('Ja, ta bort utkastet');
  await waitFor(() => expect(ports.onBack).toHaveBeenCalledOnce());
  expect(ports.deliver).toHaveBeenCalled();
  expect(session.snapshot().removedAt).toBeGreaterThan(0);
});

it('offers no removing once it was handed over', async () => {
  const { session } = await show('misconduct');
  expect(screen.getByRole('button', { name: 'Ta bort utkastet' })).toBeVisible();
  await act(() => session.handOver());
  expect(screen.queryByRole('button', { name: 'Ta bort utkastet' })).toBeNull();
});
