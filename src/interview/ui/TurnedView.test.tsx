import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { GUIDE, moodyJournal, q, started, talkEnded, words, wrote } from '../fixture.ts';
import type { NewEvent } from '../../journal/model/event.ts';
import { consented, openTalk, type OpenTalk } from './fixture.tsx';
import { Talk } from './Talk.tsx';
import { objectionsIn } from '../../../tests/setup/axe.ts';

const question = (id: string) => {
  const found = GUIDE.sections
    .flatMap((section) => section.questions)
    .find((each) => each.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};
/** The talk at a question, with the screen turned. */
async function turned(id: string, facts: readonly NewEvent[] = consented, given?: OpenTalk) {
  const talk = given ?? (await openTalk(facts));
  talk.session.moveTo({ question: q(id), caret: 0 });
  render(<Talk session={talk.session} ports={talk.ports} saveFileLabel="Spara som fil" />);
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: 'Verktyg' }));
  await user.click(await screen.findByRole('button', { name: 'Vänd skärmen' }));
  await screen.findByRole('dialog', { name: 'Din sida' });
  return { user, ...talk };
}
const page = () => within(screen.getByRole('dialog', { name: 'Din sida' }));
const press = (name: string) => page().getByRole('button', { name });
const asked = () => page().getByRole('heading', { level: 3 }).textContent;
/** By keyboard: held for a second it is `HoldButton`'s own test. */
async function giveBack(user: ReturnType<typeof userEvent.setup>) {
  press('Till intervjuaren').focus();
  await user.keyboard('{Enter}');
  await user.click(press('Ja, visa intervjuarens sida'));
}
const statusOf = ({ session }: OpenTalk) => session.snapshot().state.status;

it('shows the question alone: nothing of the notes, the code, the guidance or the saving', async () => {
  await turned('s2q3', [...consented, wrote('s2q3', words('ANTECKNING'))]);
  const { text, motive, guidance, probes } = question('s2q3');
  expect(asked()).toBe(text.sv);
  expect(page().getByRole('heading', { level: 3 })).toHaveFocus();
  const all = screen.getByRole('dialog', { name: 'Din sida' }).textContent;
  for (const hidden of [
    'ANTECKNING',
    'K-017',
    'Sparat',
    motive?.sv,
    guidance?.do.sv,
    probes[0]?.sv,
  ]) {
    expect(all).not.toContain(hidden ?? 'Anteckningar');
  }
  expect(page().queryByRole('textbox')).toBeNull();
  expect(await objectionsIn(document.body)).toEqual([]);
});

it('keeps what the person touches on the scale, beside the words that stand there', async () => {
  const { user, session } = await turned('s2q3', [...consented, wrote('s2q3', words('Ord'))]);
  await user.click(page().getByRole('radio', { name: '4' }));
  expect(session.answer(q('s2q3'))).toMatchObject({
    text: 'Ord',
    value: { kind: 'scale', value: 4 },
  });
  await giveBack(user);
  expect(await screen.findByRole('radio', { name: '4' })).toBeChecked();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('never says to the person what a low number means to us', async () => {
  const { user } = await turned('s7q2');
  await user.click(page().getByRole('radio', { name: '2' }));
  expect(page().queryByText(/Stödkort/)).toBeNull();
});

it('shows options to choose, but not those in which the interviewer notes what they saw', async () => {
  const { user } = await turned('s5q5');
  await user.click(page().getByRole('radio', { name: 'Sällan' }));
  expect(page().getByRole('radio', { name: 'Sällan' })).toBeChecked();
});

it.each(['s1q2', 's1q3'])('leaves %s to the interviewer: only its words are shown', async (id) => {
  await turned(id, [started()]);
  expect(asked()).toBe(question(id).text.sv);
  expect(page().queryByRole('radio')).toBeNull();
  expect(page().queryByRole('checkbox')).toBeNull();
});

it('goes on, back and past a question without showing the notes in between', async () => {
  const talk = await turned('s2q3');
  const { user } = talk;
  await user.click(press('Nästa'));
  expect(asked()).toBe(question('s2q4').text.sv);
  await user.click(press('Föregående'));
  expect(asked()).toBe(question('s2q3').text.sv);
  await user.click(press('Hoppa över'));
  expect(asked()).toBe(question('s2q4').text.sv);
  await waitFor(() =>
    expect(talk.session.snapshot().state.questions.get(q('s2q3'))?.outcome).toBe('declined'),
  );
});

it('ends at the consent, which the interviewer asks about', async () => {
  await turned('s1q3', [started()]);
  expect(press('Nästa')).toBeDisabled();
  expect(press('Hoppa över')).toBeDisabled();
  expect(page().getByText('Nu behöver intervjuaren plattan en stund.')).toBeInTheDocument();
});

it('pauses and goes on in the person’s hands; given back, a pause stays a pause', async () => {
  const talk = await turned('s2q3');
  const { user } = talk;
  await user.click(press('Paus'));
  await waitFor(() => expect(statusOf(talk)).toBe('paused'));
  expect(asked()).toBe('Paus');
  await user.click(press('Fortsätt'));
  await waitFor(() => expect(statusOf(talk)).toBe('talking'));
  expect(asked()).toBe(question('s2q3').text.sv);
  await user.click(press('Paus'));
  await giveBack(user);
  expect(await screen.findByRole('heading', { level: 1, name: 'Paus' })).toBeInTheDocument();
  expect(screen.queryByLabelText('Anteckningar')).toBeNull();
});

it('stops without a reason: the interviewer finds what is left to decide', async () => {
  const talk = await turned('s2q3');
  const { user } = talk;
  await user.click(press('Sluta'));
  expect(asked()).toBe('Vi slutar här');
  await user.click(press('Nej, jag vill fortsätta'));
  expect(asked()).toBe(question('s2q3').text.sv);
  await user.click(press('Paus'));
  await user.click(press('Sluta'));
  await giveBack(user);
  expect(await screen.findByRole('dialog', { name: 'Sluta här' })).toBeInTheDocument();
  await waitFor(() => expect(statusOf(talk)).toBe('talking'));
});

it('turns the text to the other side of the table, and does not close by Escape', async () => {
  const { user } = await turned('s2q3');
  await user.click(press('Vänd texten mot andra sidan bordet'));
  expect(press('Vänd texten mot andra sidan bordet')).toHaveAttribute('aria-pressed', 'true');
  await user.keyboard('{Escape}');
  expect(asked()).toBe(question('s2q3').text.sv);
});

it('has the timeline a tap away, and comes back from it to the person’s own page', async () => {
  const { user } = await turned('s2q3');
  await user.click(press('Tidslinje'));
  const timeline = within(await screen.findByRole('dialog', { name: 'Tidslinje' }));
  await user.click(timeline.getByRole('button', { name: 'Stäng' }));
  expect(asked()).toBe(question('s2q3').text.sv);
});

it('calls for the interviewer, without alarm, when something could not be kept', async () => {
  const { journal, refuse } = moodyJournal();
  const { user } = await turned('s2q3', consented, await openTalk(consented, journal));
  refuse({ type: 'diskFull' });
  await user.click(page().getByRole('radio', { name: '4' }));
  expect(await page().findByText('Nu behöver intervjuaren plattan en stund.')).toBeInTheDocument();
});

it('has nothing to stop when the talk is over', async () => {
  await turned('s2q3', [...consented, talkEnded]);
  expect(page().queryByRole('button', { name: 'Sluta' })).toBeNull();
});
