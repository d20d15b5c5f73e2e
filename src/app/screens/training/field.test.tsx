import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { ok } from '../../../base/result.ts';
import { LANGUAGES, type Language } from '../../../i18n/catalogue.ts';
import { fieldTexts } from '../../../i18n/training-field.ts';
import { LanguageProvider } from '../../../kit/language.tsx';
import type { Desk, FieldAct, FieldState } from '../../port.ts';
import { ME, random } from '../fixture.ts';
import { FieldPart } from './FieldPart.tsx';

const t = fieldTexts.sv;
const REPLIES = ['Jag räknade dagar.', 'Ingen frågade.', 'Det luktade kaffe.'].map((sv) => ({
  sv,
}));
const open = (over: Partial<Extract<FieldState, { type: 'open' }>> = {}): FieldState => ({
  type: 'open',
  answers: [],
  kept: 0,
  found: 0,
  restarted: false,
  ...over,
});
const WRITTEN = ['dagar', 'tyst', 'kaffe'];

/** A tablet whose practice vault stands as given; what is asked of it is answered with `next`. */
function show(state: FieldState, next: FieldState = state, language: Language = 'sv') {
  const field = vi.fn<NonNullable<Desk['field']>>(async (act: FieldAct) =>
    ok(act.type === 'look' ? state : next),
  );
  const onDone = vi.fn<(result: { readonly right: number; readonly of: number }) => void>();
  const lock = vi.fn<() => void>();
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <FieldPart desk={{ field, lock, me: ME }} random={random} replies={REPLIES} onDone={onDone} />
    </LanguageProvider>,
  );
  return { field, onDone, lock, user: userEvent.setup(), ...view };
}

describe('the practice vault of module 5', () => {
  it('says saved when it is kept, and then asks to lock', async () => {
    const { field, lock, user } = show(open(), open({ answers: WRITTEN, kept: 3, found: 3 }));
    await user.click(await screen.findByRole('button', { name: t.save }));
    expect(screen.getByText(t.allThree)).toBeVisible();
    for (const [i, words] of WRITTEN.entries()) {
      await user.type(screen.getByLabelText(t.yours(i + 1)), words);
    }
    expect(screen.queryByRole('button', { name: t.lockNow })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t.save }));
    expect(await screen.findByText(t.saved)).toBeVisible();
    expect(field).toHaveBeenLastCalledWith({ type: 'keep', answers: WRITTEN });
    await user.click(screen.getByRole('button', { name: t.lockNow }));
    expect(lock).toHaveBeenCalledOnce();
  });

  it('after the restart says that nothing is lost, and ends with the vault erased', async () => {
    const back = open({ answers: WRITTEN, kept: 3, found: 3, restarted: true });
    const { field, onDone, user } = show({ type: 'locked' }, back);
    await user.type(await screen.findByLabelText(t.passphrase), 'timjan kastrull');
    await user.click(screen.getByRole('button', { name: t.unlock }));
    expect(await screen.findByText(t.nothingLost(3))).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.end }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 3, of: 3 });
    expect(field).toHaveBeenLastCalledWith({ type: 'end' });
  });

  it('says so when something is lost, and counts only what is there', async () => {
    const { onDone, user } = show(open({ answers: ['dagar'], kept: 3, found: 1, restarted: true }));
    expect(await screen.findByText(t.somethingLost(1, 3))).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.end }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 1, of: 3 });
  });

  it('begins again for whoever has forgotten the passphrase', async () => {
    const { field, user } = show({ type: 'locked' }, { type: 'none' });
    await user.click(await screen.findByRole('button', { name: t.forgotten }));
    expect(field).toHaveBeenLastCalledWith({ type: 'end' });
    expect(await screen.findByRole('button', { name: t.make })).toBeVisible();
  });

  it('is for a tablet with a real vault', async () => {
    render(
      <FieldPart
        desk={{ lock: () => undefined, me: ME }}
        random={random}
        replies={REPLIES}
        onDone={() => undefined}
      />,
    );
    expect(screen.getByText(t.notHere)).toBeVisible();
  });

  it.each(LANGUAGES)('is marked and readable for all (%s)', async (language) => {
    const states: readonly FieldState[] = [
      { type: 'none' },
      { type: 'locked' },
      open({ answers: WRITTEN, kept: 3, found: 3 }),
      open({ answers: WRITTEN, kept: 3, found: 3, restarted: true }),
    ];
    for (const state of states) {
      const { container, unmount } = show(state, state, language);
      expect(await screen.findByText(fieldTexts[language].mark)).toBeVisible();
      expect(await objectionsIn(container)).toEqual([]);
      unmount();
    }
  });
});
