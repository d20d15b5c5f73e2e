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
const open = (over: Partial<Extract<FieldState, { type: 'open' }>> = {}): FieldState => ({
  type: 'open',
  kept: 0,
  found: 0,
  handedOver: null,
  restarted: false,
  ...over,
});

/** A tablet whose practice vault stands as given; what is asked of it is answered with `next`. */
function show(state: FieldState, next: FieldState = state, language: Language = 'sv') {
  const field = vi.fn<NonNullable<Desk['field']>>(async (act: FieldAct) =>
    ok(act.type === 'look' ? state : next),
  );
  const onDone = vi.fn<
    (result: { readonly right: number; readonly of: number }) => Promise<boolean>
  >(async () => true);
  const lock = vi.fn<() => void>();
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <FieldPart desk={{ field, lock, me: ME }} random={random} onDone={onDone} />
    </LanguageProvider>,
  );
  return { field, onDone, lock, user: userEvent.setup(), ...view };
}

describe('the practice vault of module 5', () => {
  it('leads to the talk, and asks to lock once something of it is kept', async () => {
    const { user, unmount } = show(open());
    await user.click(await screen.findByRole('button', { name: t.talk }));
    expect(location.pathname).toBe('/practice/field');
    expect(screen.queryByRole('button', { name: t.lockNow })).not.toBeInTheDocument();
    unmount();
    const kept = show(open({ kept: 12, found: 12 }));
    expect(await screen.findByRole('button', { name: t.talkOn })).toBeVisible();
    expect(screen.queryByText(t.handedOver)).not.toBeInTheDocument();
    await kept.user.click(screen.getByRole('button', { name: t.lockNow }));
    expect(kept.lock).toHaveBeenCalledOnce();
  });

  it('says when the talk has been handed over, and where to', async () => {
    show(open({ kept: 40, found: 40, handedOver: 7 }));
    expect(await screen.findByText(t.handedOver)).toBeVisible();
  });

  it('after the restart says that nothing is lost, and ends with the vault erased', async () => {
    const back = open({ kept: 3, found: 3, restarted: true });
    const { field, onDone, user } = show({ type: 'locked' }, back);
    await user.type(await screen.findByLabelText(t.passphrase), 'timjan kastrull');
    await user.click(screen.getByRole('button', { name: t.unlock }));
    expect(await screen.findByText(t.nothingLost(3))).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.end }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 3, of: 3 });
    expect(field).toHaveBeenLastCalledWith({ type: 'end' });
  });

  it('says so when something is lost, and counts only what is there', async () => {
    const { onDone, user } = show(open({ kept: 3, found: 1, restarted: true }));
    expect(await screen.findByText(t.somethingLost(1, 3))).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.end }));
    expect(onDone).toHaveBeenCalledExactlyOnceWith({ right: 1, of: 3 });
  });

  it('keeps the vault when the result could not be kept', async () => {
    const { field, onDone, user } = show(open({ kept: 3, found: 3, restarted: true }));
    onDone.mockResolvedValueOnce(false);
    await user.click(await screen.findByRole('button', { name: t.end }));
    expect(onDone).toHaveBeenCalledOnce();
    expect(field).not.toHaveBeenCalledWith({ type: 'end' });
    await user.click(screen.getByRole('button', { name: t.end }));
    await vi.waitFor(() => expect(field).toHaveBeenLastCalledWith({ type: 'end' }));
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
        onDone={async () => true}
      />,
    );
    expect(screen.getByText(t.notHere)).toBeVisible();
  });

  it.each(LANGUAGES)('is marked and readable for all (%s)', async (language) => {
    const states: readonly FieldState[] = [
      { type: 'none' },
      { type: 'locked' },
      open({ kept: 3, found: 3 }),
      open({ kept: 3, found: 3, restarted: true }),
    ];
    for (const state of states) {
      const { container, unmount } = show(state, state, language);
      expect(await screen.findByText(fieldTexts[language].mark)).toBeVisible();
      expect(await objectionsIn(container)).toEqual([]);
      unmount();
    }
  });
});
