import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { NewEvent } from '../../../journal/model/event.ts';
import { agreed, memoryJournal, openSession, reopened, started, talkEnded } from '../../fixture.ts';
import { notingPorts } from '../fixture.tsx';
import type { TranscriptPorts } from './transcript-ports.ts';
import { TranscriptPage } from './TranscriptPage.tsx';
import { objectionsIn } from '../../../../tests/setup/axe.ts';

const TALKED: readonly NewEvent[] = [started(), agreed(), talkEnded];

async function openPage(facts: readonly NewEvent[] = TALKED) {
  const journal = memoryJournal();
  const interview = await openSession(facts, journal);
  const { deps } = notingPorts(journal).ports;
  const delivered: string[] = [];
  const ports: TranscriptPorts = {
    journal,
    deps,
    deliver: async (transcript) => {
      delivered.push(transcript);
      return true;
    },
    saveFile: async () => 'saved',
    onBack: vi.fn<() => void>(),
  };
  const page = render(<TranscriptPage interview={interview} ports={ports} delivery={() => null} />);
  return { journal, ports, delivered, page };
}

async function begin() {
  const opened = await openPage();
  fireEvent.click(await screen.findByRole('button', { name: 'Börja skriva ut' }));
  await fields();
  return opened;
}

const fields = () => screen.findAllByRole<HTMLTextAreaElement>('textbox', { name: /^Ord för ord/ });
async function field(number: number): Promise<HTMLTextAreaElement> {
  const found = (await fields())[number];
  if (!found) throw new Error('no such segment');
  return found;
}
async function write(number: number, text: string) {
  const found = await field(number);
  act(() => found.focus());
  fireEvent.change(found, { target: { value: text } });
  return found;
}
async function enter(number: number, caret?: number) {
  const found = await field(number);
  const before = (await fields()).length;
  found.setSelectionRange(caret ?? found.value.length, caret ?? found.value.length);
  fireEvent.keyDown(found, { key: 'Enter' });
  await waitFor(async () => expect(await fields()).toHaveLength(before + 1));
}
const chooseFile = (dialog: HTMLElement, text: string) => {
  const input = dialog.querySelector('input[type=file]');
  if (!input) throw new Error('no place for a file');
  fireEvent.change(input, { target: { files: [new File([text], 'x.vtt')] } });
};

describe('where it begins', () => {
  it('is not offered without the participant’s yes', async () => {
    await openPage([started(), talkEnded]);
    expect(await screen.findByText(/inte sagt ja till en utskrift/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Börja skriva ut' })).toBeNull();
  });

  it('closes again when the yes is withdrawn', async () => {
    const { journal, ports } = await begin();
    const withdrawn = { type: 'ConsentWithdrawn', version: 1, data: { items: ['notes'] } };
    await journal.append((await reopened(journal)).stream, 'interview', [withdrawn], null);
    render(
      <TranscriptPage interview={await reopened(journal)} ports={ports} delivery={() => null} />,
    );
    expect(await screen.findByText(/inte sagt ja till en utskrift/)).toBeVisible();
  });
});

describe('writing', () => {
  it('goes to and fro with Enter, and everything is there when it is opened again', async () => {
    const { journal, ports, page } = await begin();
    await write(0, 'Hur var det?');
    await enter(0);
    await waitFor(async () => expect(await field(1)).toHaveFocus());
    expect(await field(1)).toHaveAccessibleName('Ord för ord, Deltagare');
    await write(1, 'Bra');
    page.unmount();
    render(
      <TranscriptPage interview={await reopened(journal)} ports={ports} delivery={() => null} />,
    );
    await waitFor(async () =>
      expect((await fields()).map(({ value }) => value)).toEqual(['Hur var det?', 'Bra']),
    );
  });

  it('cuts a segment where the caret stands', async () => {
    await begin();
    await write(0, 'Hur var det? Bra');
    await enter(0, 12);
    await waitFor(async () =>
      expect((await fields()).map(({ value }) => value)).toEqual(['Hur var det?', 'Bra']),
    );
  });

  it('gives what is typed before the next segment is there to that one', async () => {
    await begin();
    const first = await write(0, 'Hej');
    first.setSelectionRange(3, 3);
    fireEvent.keyDown(first, { key: 'Enter' });
    for (const key of ['D', 'x', 'Backspace', 'å', '!']) fireEvent.keyDown(first, { key });
    await waitFor(async () => expect(await fields()).toHaveLength(2));
    await waitFor(async () => expect((await field(1)).value).toBe('Då!'));
    expect((await field(0)).value).toBe('Hej');
  });

  it('switches speaker and notes the hour by key', async () => {
    await begin();
    const first = await write(0, 'Hej');
    fireEvent.keyDown(first, { key: 'F2', code: 'F2' });
    await waitFor(async () =>
      expect(await field(0)).toHaveAccessibleName('Ord för ord, Deltagare'),
    );
    fireEvent.keyDown(first, { key: 'F9', code: 'F9' });
    await waitFor(() =>
      expect(screen.getByLabelText<HTMLInputElement>('Klockslag').value).toMatch(/^\d\d:\d\d$/),
    );
  });

  it('keeps a remark apart from the words', async () => {
    const { journal, ports, page } = await begin();
    await write(0, 'Jo');
    const remark = screen.getByRole('textbox', { name: 'Din anmärkning, inte det som sades' });
    fireEvent.change(remark, { target: { value: 'skrattar' } });
    fireEvent.blur(remark);
    page.unmount();
    render(
      <TranscriptPage interview={await reopened(journal)} ports={ports} delivery={() => null} />,
    );
    expect(await screen.findByText('skrattar')).toBeVisible();
    expect((await field(0)).value).toBe('Jo');
  });
});

describe('a file from another tool', () => {
  const FILE = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ida>Hej\n\n00:0x --> 00:04.000\n<v Noa>Hallå';

  it('is looked over first, says what could not be read, and waits to be listened to', async () => {
    const { delivered } = await begin();
    fireEvent.click(screen.getByRole('button', { name: 'Läs in en fil' }));
    const dialog = await screen.findByRole('dialog', { name: 'Läs in en fil' });
    chooseFile(dialog, FILE);
    expect(await within(dialog).findByText('Rad 6: tiden går inte att läsa')).toBeVisible();
    fireEvent.change(within(dialog).getByLabelText('”Noa” är'), {
      target: { value: 'participant' },
    });
    fireEvent.change(within(dialog).getByLabelText('”Ida” är'), {
      target: { value: 'interviewer' },
    });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Lägg till 2 stycken' }));
    await waitFor(async () =>
      expect((await fields()).map(({ value }) => value)).toEqual(['', 'Hej', 'Hallå']),
    );
    expect(screen.getAllByText('Ej kontrollerad')).toHaveLength(2);
    expect(screen.queryByText(/Noa/)).toBeNull();

    act(() => document.getElementById(fieldIds()[1] ?? '')?.focus());
    fireEvent.click(screen.getByRole('checkbox', { name: 'Jag har lyssnat' }));
    await waitFor(() => expect(screen.getAllByText('Ej kontrollerad')).toHaveLength(1));
    await write(1, 'Hej du');
    fireEvent.blur(await field(1));
    await waitFor(() => expect(screen.getAllByText('Ej kontrollerad')).toHaveLength(2));
    // By key, with what was typed last.
    fireEvent.keyDown(await field(1), { key: 'Enter', code: 'Enter', ctrlKey: true });
    await waitFor(() => expect(screen.getAllByText('Ej kontrollerad')).toHaveLength(1));

    expect(screen.getByText(/1 stycke är inte kontrollerade/)).toBeVisible();
    fireEvent.click(screen.getByRole('button', { name: 'Lämna utskriften' }));
    expect(await screen.findByText(/Utskriften är krypterad/)).toBeVisible();
    expect(delivered).toHaveLength(1);
  });

  it.each([
    ['PK\0\0', /Rad 1: det här är inte text/],
    ['\n\n', /ingen text som går att läsa in/],
  ])('that holds none says so: %j', async (text, sentence) => {
    await begin();
    fireEvent.click(screen.getByRole('button', { name: 'Läs in en fil' }));
    const dialog = await screen.findByRole('dialog', { name: 'Läs in en fil' });
    chooseFile(dialog, text);
    expect(await within(dialog).findByText(sentence)).toBeVisible();
    expect(within(dialog).queryByRole('button', { name: /^Lägg till/ })).toBeNull();
  });
});

const fieldIds = () => [...document.querySelectorAll('textarea')].map(({ id }) => id);

describe('a segment', () => {
  const more = async (name: string) => {
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(within(dialog).getByRole('button', { name }));
  };

  it('that was a slip is removed, and can be brought back', async () => {
    await begin();
    await write(0, 'Fel');
    fireEvent.click(screen.getByRole('button', { name: 'Mer om stycket' }));
    await more('Ta bort stycket');
    await waitFor(() =>
      expect(screen.queryAllByRole('textbox', { name: /^Ord för ord/ })).toEqual([]),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Äldre versioner av utskriften' }));
    await more('Hämta tillbaka');
    await waitFor(async () => expect((await field(0)).value).toBe('Fel'));
  });

  it('that the participant takes back is erased, after one more question', async () => {
    const { journal } = await begin();
    await write(0, 'hemliga ord');
    fireEvent.click(screen.getByRole('button', { name: 'Mer om stycket' }));
    await more('Deltagaren tar tillbaka orden');
    await more('Ja, radera orden');
    expect(await screen.findByText(/Deltagaren har tagit tillbaka 1 stycke/)).toBeVisible();
    const [kept] = await journal.list('transcript');
    expect(JSON.stringify(kept && (await journal.open(kept.stream)))).not.toContain('hemliga');
  });

  it('shows what stood before, and gives it back', async () => {
    await begin();
    fireEvent.blur(await write(0, 'Ett'));
    fireEvent.blur(await write(0, 'Två'));
    fireEvent.click(screen.getByRole('button', { name: 'Mer om stycket' }));
    const dialog = await screen.findByRole('dialog', { name: 'Stycket' });
    const item = (await within(dialog).findByText('Ett')).closest('li');
    if (!item) throw new Error('no older version');
    expect(await objectionsIn(document.body)).toEqual([]);
    fireEvent.click(within(item).getByRole('button', { name: 'Återställ den här versionen' }));
    await waitFor(async () => expect((await field(0)).value).toBe('Ett'));
  });
});
