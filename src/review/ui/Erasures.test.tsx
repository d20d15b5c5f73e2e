import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { newId, systemRandom } from '../../base/deps.ts';
import { MemberId, StreamId } from '../../base/ids.ts';
import type { ErasureSummary, Going } from '../../interview/model/withdrawal.ts';
import type { ToApprove } from './ApproveDialog.tsx';
import { Blocked } from './Blocked.tsx';
import { Erasures } from './Erasures.tsx';
import { WithdrawPart } from './WithdrawPart.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const karin = newId(MemberId, systemRandom);
const maja = newId(MemberId, systemRandom);
const interview = newId(StreamId, systemRandom);
const approvedBy = (by: MemberId): ErasureSummary => ({
  interview,
  code: 'K-017',
  materials: ['interview'],
  decision: 'SN 2026/12',
  why: 'withdrawn',
  leftBehind: ['participantCopy', 'backups'],
  by,
  at: 1_800_000_000_000,
});
const withdrawn: Going = {
  interview,
  code: 'K-017',
  withdrawn: {
    interview,
    code: 'K-017',
    through: 'interviewer',
    by: maja,
    at: 1_799_000_000_000,
    recalled: false,
    bySupervisor: true,
  },
  approvals: [],
  erased: [],
};

function show(
  going: readonly Going[],
  change: {
    unhandled?: number;
    kept?: boolean;
    recall?: (interview: StreamId) => Promise<boolean>;
  } = {},
) {
  const approved = vi.fn<(what: ToApprove) => Promise<boolean>>(() =>
    Promise.resolve(change.kept ?? true),
  );
  render(
    <Erasures
      me={karin}
      going={going}
      due={[]}
      hasRules={false}
      unhandled={() => change.unhandled ?? 0}
      nameOf={(member) => (member === karin ? 'Karin' : 'Maja')}
      onApprove={approved}
      onRecall={change.recall ?? (() => Promise.resolve(true))}
      onBack={() => undefined}
    />,
  );
  return approved;
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('an interview that was taken back', () => {
  it('is approved under a decision that must be named', async () => {
    const approved = show([withdrawn]);
    expect(screen.getByText(/antecknat av Maja/)).toBeInTheDocument();
    fireEvent.click(button('Godkänn radering …'));
    const dialog = screen.getByRole('dialog');
    expect(within(dialog).getByText(/Ljud, Utskrift, Svar och memo/)).toBeInTheDocument();
    fireEvent.click(button('Godkänn radering'));
    expect(await screen.findByText('Skriv vilket gallringsbeslut som gäller.')).toBeVisible();
    expect(await objectionsIn(document.body)).toEqual([]);
    expect(approved).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText(/Gallringsbeslut/), { target: { value: ' SN 2 ' } });
    fireEvent.click(button('Godkänn radering'));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    expect(approved).toHaveBeenCalledExactlyOnceWith({
      interview,
      code: 'K-017',
      materials: ['sound', 'transcript', 'interview'],
      why: 'withdrawn',
      decision: 'SN 2',
    });
  });

  it('stays open in the dialog when the approval could not be kept', async () => {
    show([{ ...withdrawn, approvals: [approvedBy(maja)] }], { kept: false });
    fireEvent.click(button('Godkänn radering …'));
    expect(screen.getByLabelText(/Gallringsbeslut/)).toHaveValue('SN 2026/12');
    fireEvent.click(button('Godkänn radering'));
    expect(await screen.findByText('Det gick inte att spara. Försök igen.')).toBeVisible();
  });

  it('waits for a colleague after one’s own approval', () => {
    show([{ ...withdrawn, approvals: [approvedBy(karin)] }]);
    expect(screen.getByText('Väntar på att en annan arbetsledare godkänner.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Godkänn/ })).not.toBeInTheDocument();
  });

  it('noted by mistake is unblocked by who noted it, until somebody has approved', async () => {
    const recall = vi.fn<(of: StreamId) => Promise<boolean>>(() => Promise.resolve(true));
    const mine = withdrawn.withdrawn && { ...withdrawn.withdrawn, by: karin };
    show([{ ...withdrawn, withdrawn: mine }], { recall });
    fireEvent.click(button('Det blev fel, häv spärren'));
    expect(await screen.findByText('Spärren är hävd. Intervjun går att läsa igen.')).toBeVisible();
    expect(recall).toHaveBeenCalledExactlyOnceWith(interview);
  });

  it('noted by a colleague, or approved already, is not unblocked', () => {
    const mine = withdrawn.withdrawn && { ...withdrawn.withdrawn, by: karin };
    const other = newId(StreamId, systemRandom);
    const approved = [approvedBy(maja)];
    show([withdrawn, { ...withdrawn, interview: other, withdrawn: mine, approvals: approved }]);
    expect(screen.queryByRole('button', { name: /häv spärren/ })).not.toBeInTheDocument();
  });

  it('is not erased while an urgent message waits', () => {
    show([withdrawn], { unhandled: 1 });
    expect(screen.getByText(/brådskande meddelande/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Godkänn/ })).not.toBeInTheDocument();
  });

  it('leaves a certificate that says what cannot be called back', async () => {
    const approvals = [approvedBy(maja), approvedBy(karin)];
    show([{ ...withdrawn, approvals, erased: ['sound', 'transcript', 'interview'] }]);
    fireEvent.click(screen.getByText('Intyg om radering'));
    expect(screen.getByText('Gallringsbeslut: SN 2026/12')).toBeVisible();
    expect(screen.getByText(/Godkänt av Karin/)).toBeVisible();
    expect(screen.getByText('Den kopia som deltagaren själv har fått.')).toBeVisible();
    expect(await objectionsIn(document.body)).toEqual([]);
    // What is thrown inside a handler fails no test: it is looked at outside.
    const printed: (string | null | undefined)[] = [];
    vi.stubGlobal('print', () => printed.push(document.querySelector('.print-sheet')?.textContent));
    fireEvent.click(button('Skriv ut intyget'));
    expect(printed).toEqual([expect.stringContaining('Intervju K-017 är raderad')]);
    expect(document.querySelector('.print-sheet')).toBeNull();
    vi.unstubAllGlobals();
  });
});

it('asks once before it blocks, and says so when it could not be kept', async () => {
  const results = [false, true];
  const withdraw = vi.fn<() => Promise<boolean>>(() => Promise.resolve(results.shift() ?? true));
  render(<WithdrawPart code="K-017" onWithdraw={withdraw} />);
  fireEvent.click(screen.getByText('Deltagaren tar tillbaka intervjun'));
  fireEvent.click(button('Ta tillbaka och spärra …'));
  fireEvent.click(button('Spärra intervjun'));
  expect(await screen.findByText('Det gick inte att spara. Försök igen.')).toBeVisible();
  fireEvent.click(button('Spärra intervjun'));
  expect(await objectionsIn(document.body)).toEqual([]);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(withdraw).toHaveBeenCalledTimes(2);
});

it('shows where a blocked interview goes from here', () => {
  const erasing = vi.fn<() => void>();
  render(<Blocked at={1_799_000_000_000} onErasing={erasing} onBack={() => undefined} />);
  expect(screen.getByRole('heading', { name: 'Intervjun är spärrad' })).toBeVisible();
  fireEvent.click(button('Till återtaganden och gallring'));
  expect(erasing).toHaveBeenCalledOnce();
});
