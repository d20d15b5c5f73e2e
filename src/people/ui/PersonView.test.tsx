import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { fixedDeps, newId } from '../../base/deps.ts';
import { StreamId } from '../../base/ids.ts';
import { offerTexts } from '../../i18n/offers.ts';
import { peopleTexts } from '../../i18n/people.ts';
import { ELIN, KARIN, TEN_YEARS } from '../fixture.ts';
import { afterFact, summaryOf, type ParticipantFact } from '../model/participant.ts';
import { typedFrom } from '../model/person-form.ts';
import { PROGRAM_DEFAULTS } from '../model/program.ts';
import type { Known } from '../model/register.ts';
import { heldBy } from '../model/waves.ts';
import { PersonView, type PersonDrafts } from './PersonView.tsx';

const t = peopleTexts.sv;
const o = offerTexts.sv;
const TODAY = '2026-11-22';
const ELIN_LISTED: Known = {
  stream: newId(StreamId, fixedDeps().random),
  code: 'K-017',
  details: ELIN,
  placements: [TEN_YEARS],
  offers: [],
  notAsked: [],
  held: [],
  batch: null,
  addedAt: 0,
};
const NO_DRAFTS: PersonDrafts = { details: null, placement: null };

/** The person on the screen, with what is written shown as the register would. */
function show(person: Known = ELIN_LISTED, { drafts = NO_DRAFTS, keeps = true } = {}) {
  const facts: ParticipantFact[] = [];
  const draft = vi.fn<(key: string, typed: unknown) => Promise<boolean>>(async () => true);
  function Register() {
    const [state, setState] = useState(person);
    return (
      <PersonView
        person={state}
        people={[state]}
        program={PROGRAM_DEFAULTS}
        drafts={drafts}
        ports={{
          me: KARIN,
          members: [{ member: KARIN, name: 'Karin' }],
          today: TODAY,
          newLocalId: () => 'bbbbbbbb',
          draft,
          write: async (written) => {
            if (!keeps) return false;
            facts.push(...written);
            setState((now) => {
              const person = summaryOf(written.reduce(afterFact, { ...now, unknown: 0 }));
              return { ...person, stream: now.stream, held: heldBy(person, new Map()) };
            });
            return true;
          },
        }}
      />
    );
  }
  render(<Register />);
  return { facts, draft, user: userEvent.setup() };
}
const press = (name: string) => screen.getByRole('button', { name });

it('says each reason why somebody cannot be asked, and asks for a placement that can be', async () => {
  const { facts, draft, user } = show({ ...ELIN_LISTED, placements: [] });
  expect(screen.getByText(o.cannot)).toBeVisible();
  expect(screen.getByText(o.noPlacement, { selector: 'li' })).toBeVisible();
  await user.click(press(t.addPlacement));
  await user.type(screen.getByLabelText(t.from), '2012-03');
  await user.type(screen.getByLabelText(t.to), '2011-01');
  expect(screen.getByText(t.reversed)).toBeVisible();
  await user.click(press(t.save));
  expect(facts).toEqual([]);
  await user.clear(screen.getByLabelText(t.to));
  await user.type(screen.getByLabelText(t.to), '2027-01');
  expect(screen.getByText(t.future)).toBeVisible();
  await user.clear(screen.getByLabelText(t.to));
  await user.type(screen.getByLabelText(t.to), '2022-06');
  expect(draft).toHaveBeenLastCalledWith('placement', expect.objectContaining({ to: '2022-06' }));
  await user.click(press(t.save));
  expect(facts).toMatchObject([
    { type: 'PlacementWritten', data: { placement: { from: '2012-03', to: '2022-06' } } },
  ]);
  expect(screen.getByText(o.canNow)).toBeVisible();
});

it('notes an offer and its answer, and then proposes no other', async () => {
  const { facts, user } = show();
  expect(press(o.offer)).toHaveAttribute('data-variant', 'primary');
  await user.click(press(o.offer));
  await user.click(screen.getByLabelText(o.phone));
  await user.click(press(o.save));
  expect(screen.getByText(o.waiting)).toBeVisible();
  expect(screen.getByText(o.wasAsked)).toBeVisible();
  expect(press(o.offer)).toHaveAttribute('data-variant', 'normal');
  await user.click(press(o.answer));
  await user.click(screen.getByLabelText(o.declined));
  await user.click(press(o.save));
  expect(facts).toMatchObject([
    { type: 'OfferMade', data: { wave: 1, way: 'phone', on: TODAY, by: KARIN } },
    { type: 'OfferAnswered', data: { answer: 'declined', on: TODAY } },
  ]);
  expect(screen.getByText(new RegExp(`^${o.declined} `))).toBeVisible();
});

it('says that somebody who said no is not to be asked again, and still lets an offer be noted', async () => {
  const held = [{ wave: 1, interview: null, on: '2025-10-01', mayAsk: false }];
  const { user } = show({ ...ELIN_LISTED, held });
  expect(screen.getByText(o.saidNo)).toBeVisible();
  expect(screen.queryByText(o.waveNow)).not.toBeInTheDocument();
  expect(press(o.offer)).toHaveAttribute('data-variant', 'normal');
  await user.click(press(o.offer));
  expect(screen.getByText(o.saidNoOffer)).toBeVisible();
});

it('notes no more reminders than the office has decided', async () => {
  const { facts, user } = show();
  await user.click(press(o.offer));
  await user.click(press(o.save));
  await user.click(press(o.remind));
  await user.click(press(o.save));
  expect(facts.at(-1)).toMatchObject({ type: 'ReminderSent', data: { on: TODAY } });
  expect(screen.queryByRole('button', { name: o.remind })).not.toBeInTheDocument();
  expect(screen.getByText(o.remindersUsed(1))).toBeVisible();
});

it('notes why somebody is not asked, and says when it could not be kept', async () => {
  const { facts, user } = show(ELIN_LISTED, { keeps: false });
  await user.click(press(o.notAsk));
  await user.click(screen.getByLabelText(o.abroad));
  await user.click(press(o.save));
  expect(screen.getByText(o.notSaved)).toBeVisible();
  expect(screen.getByLabelText(o.abroad)).toBeChecked();
  expect(facts).toEqual([]);
});

it('gives back what was typed of the details before a crash', async () => {
  const details = { ...typedFrom('K-017', ELIN), municipality: 'Lillby' };
  const { facts, draft, user } = show(ELIN_LISTED, { drafts: { details, placement: null } });
  expect(screen.getByLabelText(t.municipality)).toHaveValue('Lillby');
  await user.click(press(t.save));
  expect(facts).toMatchObject([
    { type: 'ParticipantChanged', data: { details: { municipality: 'Lillby' } } },
  ]);
  expect(draft).toHaveBeenLastCalledWith('details', null);
  const shown = screen.getByRole('region', { name: t.details });
  expect(within(shown).getByText('Lillby')).toBeVisible();
});
