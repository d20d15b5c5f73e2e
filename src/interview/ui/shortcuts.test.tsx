import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { shortcutTexts } from '../../i18n/shortcuts.ts';
import { q } from '../fixture.ts';
import { consented, openTalk } from './fixture.tsx';
// Loaded before the talk asks for them.
import './SupportCards.tsx';
import './ToolsDialog.tsx';
import { combination, SHORTCUTS } from './shortcuts.ts';
import { ShortcutList } from './ShortcutList.tsx';
import { Talk } from './Talk.tsx';

const hold = (keys: string, on: Element = document.body) => {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return fireEvent.keyDown(on, {
    key,
    code: key.length === 1 ? `Key${key}` : key,
    ctrlKey: parts.includes('Control'),
    altKey: parts.includes('Alt'),
    shiftKey: parts.includes('Shift'),
  });
};
async function show() {
  const talk = await openTalk(consented);
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Fil" />);
  await screen.findByRole('heading', { level: 1 });
  return talk;
}
function field(): HTMLTextAreaElement {
  const element = screen.getByLabelText('Anteckningar');
  if (!(element instanceof HTMLTextAreaElement)) throw new Error('not a text field');
  return element;
}

it('goes on, back, over a question and into a pause without a hand on the screen', async () => {
  const { session } = await show();
  const step = () => screen.getByRole('button', { current: 'step' });
  expect(step()).toHaveAccessibleName(/Fråga 1 av/);
  hold(SHORTCUTS.next);
  expect(step()).toHaveAccessibleName(/Fråga 2 av/);
  hold(SHORTCUTS.previous);
  expect(step()).toHaveAccessibleName(/Fråga 1 av/);
  hold(SHORTCUTS.skip);
  await waitFor(() =>
    expect(session.snapshot().state.questions.get(q('s2q1'))?.outcome).toBe('declined'),
  );
  hold(SHORTCUTS.pause);
  expect(screen.getByRole('heading', { name: 'Paus' })).toBeVisible();
});

it('marks words in the field, and takes nothing from what is typed', async () => {
  const { session } = await show();
  hold(SHORTCUTS.note);
  expect(field()).toHaveFocus();
  fireEvent.input(field(), { target: { value: 'Kalle kom' } });
  field().setSelectionRange(0, 5);
  hold(SHORTCUTS.thirdPerson, field());
  expect(session.answer(q('s2q1')).thirdPerson).toEqual([[1, 6]]);
  field().setSelectionRange(8, 11);
  hold(SHORTCUTS.verbatim, field());
  expect(field()).toHaveValue('‹Kalle› ”kom”');
  // What a person types is let through: letters, capitals, @ and € behind AltGr, a new line.
  for (const typed of ['A', 'Shift+A', 'Control+Alt+E', 'Alt+Shift+O', 'Enter', 'Shift+Enter'])
    expect(hold(typed, field()), typed).toBe(true);
  expect(hold(SHORTCUTS.verbatim, field())).toBe(false);
});

it('does nothing beneath a dialog', async () => {
  await show();
  hold(SHORTCUTS.cards);
  expect(await screen.findByRole('dialog', { name: 'Stödkort' })).toBeVisible();
  hold(SHORTCUTS.tools);
  hold(SHORTCUTS.pause);
  expect(screen.getAllByRole('dialog')).toHaveLength(1);
});

it.each([
  [{ code: 'KeyO', key: 'œ', altKey: true }, 'Alt+O'],
  [{ code: '', key: 'o', altKey: true }, 'Alt+O'],
  [{ code: 'Enter', key: 'Enter', ctrlKey: true, shiftKey: true }, 'Control+Shift+Enter'],
  [{ code: '', key: 'Enter', ctrlKey: true }, 'Control+Enter'],
])('reads %j as the place of the key, not the letter it gives', (pressed, expected) => {
  const held = { ctrlKey: false, altKey: false, shiftKey: false };
  expect(combination({ ...held, ...pressed })).toBe(expected);
});

it('lists every key, each once', () => {
  expect(new Set(Object.values(SHORTCUTS)).size).toBe(Object.keys(SHORTCUTS).length);
  render(<ShortcutList onClose={() => undefined} />);
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  expect(rows).toHaveLength(Object.keys(SHORTCUTS).length);
  const skip = screen.getByRole('row', { name: new RegExp(shortcutTexts.sv.skip) });
  expect(skip).toHaveTextContent('Hoppa över frågan' + 'Alt + H');
});
