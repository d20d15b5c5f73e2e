import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { err, ok } from '../../base/result.ts';
import { RETRACTED, type NewEvent } from '../../journal/model/event.ts';
import type { Journal } from '../../journal/model/port.ts';
import {
  completed,
  FACTS,
  GUIDE,
  INTERVIEW,
  interviewEvents,
  interviewSummary,
  KARIN,
  memoryJournal,
  NAMES,
  OLLE,
  STORY,
  written,
} from '../fixture.ts';
import { foldReview } from '../model/state.ts';
import { reviewStreamOf } from '../model/summary.ts';
import type { ReviewPorts } from '../session.ts';
import { Reading } from './Reading.tsx';

const deliver = vi.fn<ReviewPorts['deliver']>();
const acknowledge = vi.fn<ReviewPorts['acknowledge']>();
let journal: Journal;
let events = interviewEvents();

const arrives = async (...facts: NewEvent[]): Promise<void> => {
  events = written(facts, INTERVIEW, events, OLLE);
  await journal.take(INTERVIEW, 'interview', events, interviewSummary(events));
};
const show = async (guide: typeof GUIDE | null = GUIDE) => {
  const me = { member: KARIN.author, name: 'Karin Ek' };
  const ports = { journal, me, clock: { now: () => 1_800_000_000_000 }, deliver, acknowledge };
  const nameOf = (member: typeof me.member) => NAMES.get(member) ?? '';
  const onBack = vi.fn<() => void>();
  const view = render(
    <Reading
      stream={INTERVIEW}
      ports={ports}
      guide={guide ?? undefined}
      nameOf={nameOf}
      onBack={onBack}
    />,
  );
  await screen.findByRole('heading', { level: 1, name: 'Intervju K-017' });
  return { user: userEvent.setup(), onBack, view };
};
/** The article of a question, by a piece of its text. */
const question = (text: string) => {
  const heading = screen.getByRole('heading', { name: text });
  const article = heading.closest('article');
  if (!article) throw new Error('no article');
  return within(article);
};
const ASKED = GUIDE.sections[1]?.questions[0]?.text.sv ?? '';
const review = async () => {
  const kept = await journal.open(reviewStreamOf(INTERVIEW, KARIN.author));
  return foldReview(kept?.events ?? []);
};

beforeEach(async () => {
  journal = memoryJournal(KARIN);
  events = interviewEvents();
  deliver.mockReset().mockResolvedValue(ok('packed'));
  acknowledge.mockReset().mockResolvedValue();
  await arrives();
});

describe('reading a delivered interview', () => {
  it('has safety first, then what it is, then the record, the memo and the consent', async () => {
    await show();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings[0]).toBe('Brådskande');
    expect(headings.slice(-3)).toEqual(['Intervjuarens memo', 'Samtycke', 'Ditt beslut']);
    const flags = within(screen.getByRole('region', { name: 'Brådskande' }));
    expect(flags.getByText('Olle Lind har bett att detta läses genast.')).toBeVisible();
    expect(flags.getByRole('heading', { name: 'Ett barn kan fara illa nu' })).toBeVisible();
    expect(flags.getByText(/en yngre pojke bor kvar/)).toBeVisible();
    expect(flags.getByText(new RegExp(`Vid frågan: ${ASKED.slice(0, 20)}`))).toBeVisible();
    expect(screen.getByText('Olle Lind')).toBeVisible();
    expect(screen.getByText('Hel intervju')).toBeVisible();
    expect(screen.getByText(/^Kontrollerad:/)).toBeVisible();
    expect(screen.getByText('Anteckningar under samtalet')).toBeVisible();
    expect(screen.getByText('Korta citat utan namn får användas.')).toBeVisible();
    const notAsked = screen.getByRole('heading', { name: 'Frågades inte' }).nextElementSibling;
    expect(notAsked).toHaveTextContent('Du får spela in ljudet.');
    expect(screen.getByText('Deltagaren ville inte svara')).toBeVisible();
    expect(acknowledge.mock.calls).toEqual([[INTERVIEW]]);
  });

  it('sets apart what was said word for word and holds exactly the text', async () => {
    await show();
    const quote = question(ASKED).getByText(STORY.slice(60, 77));
    expect(quote.closest('q')).not.toBeNull();
    expect(quote.closest('[data-passage]')?.textContent).toBe(STORY);
  });

  it('names what is wrong with the chain', async () => {
    const broken = events.filter((event) => event.seq !== 5);
    journal = memoryJournal(KARIN);
    await journal.take(INTERVIEW, 'interview', broken, interviewSummary(broken));
    await show();
    expect(screen.getByText('Uppgift nummer 5 saknas.')).toBeVisible();
    expect(screen.queryByText(/^Kontrollerad:/)).toBeNull();
  });

  it('can be read without its guide', async () => {
    await show(null);
    await screen.findByText('Guiden finns inte här. Frågorna visas som de ställdes.');
    expect(question(ASKED).getByText('Besvarad')).toBeVisible();
  });

  it('says that an answer was taken back, and has none of its words', async () => {
    const answer = events.find((event) => event.type === 'AnswerWritten');
    await arrives(
      { type: RETRACTED, version: 1, data: { events: [answer?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
    );
    await show();
    expect(question(ASKED).getByText(/har tagit tillbaka svaret/)).toBeVisible();
    expect(screen.queryByText(/nio år/)).toBeNull();
  });

  it('shows a flag that came ahead, with nothing to decide about', async () => {
    journal = memoryJournal(KARIN);
    const ahead = FACTS.filter((fact) => ['InterviewStarted', 'SafetyFlagged'].includes(fact.type));
    events = written(ahead, INTERVIEW, [], OLLE);
    await arrives();
    await show();
    expect(screen.getByText(/Intervjun är inte färdigställd än/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Ditt beslut' })).toBeNull();
  });

  it('says who took care of an urgent message and when, and is calm from then on', async () => {
    const { user } = await show();
    const flags = within(screen.getByRole('region', { name: 'Brådskande' }));
    expect(screen.getByRole('region', { name: 'Brådskande' })).toHaveAttribute('data-waiting');
    await user.click(flags.getByRole('button', { name: /^Jag har tagit hand om det/ }));
    expect(await flags.findByText(/^Karin Ek har tagit hand om det, /)).toBeVisible();
    expect(flags.queryByRole('button')).toBeNull();
    await waitFor(() => expect(flags.getByRole('heading', { level: 3 })).toHaveFocus());
    expect(screen.getByRole('region', { name: 'Brådskande' })).not.toHaveAttribute('data-waiting');
    expect((await review())?.handled).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    expect(within(screen.getByRole('dialog')).queryByText(/avslutar inte/)).toBeNull();
  });

  it('says when the interview is not here', async () => {
    journal = memoryJournal(KARIN);
    await expect(show()).rejects.toThrow('Unable to find role');
    expect(screen.getByRole('heading', { name: /finns inte på den här datorn/ })).toBeVisible();
  });
});

describe('commenting', () => {
  it('comments on a whole answer, keeps it while it is typed, sends it and resolves it', async () => {
    const { user } = await show();
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    const field = question(ASKED).getByRole('textbox', { name: 'Kommentar till intervjuaren' });
    expect(field).toHaveFocus();
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(question(ASKED).getByRole('alert')).toHaveTextContent(
      'Skriv något i kommentaren först.',
    );
    await user.type(field, 'Vem hämtade?');
    const drafts = await journal.open(reviewStreamOf(INTERVIEW, KARIN.author));
    expect(JSON.stringify(drafts?.drafts)).toContain('Vem hämtade?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    const comments = within(await question(ASKED).findByRole('list', { name: 'Kommentarer' }));
    expect(comments.getByText('Vem hämtade?')).toBeVisible();
    expect(comments.getByText(/^Karin Ek, /)).toBeVisible();
    expect(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ })).toHaveFocus();
    expect(deliver).toHaveBeenCalledTimes(1);
    await user.click(comments.getByRole('button', { name: 'Markera som klar: Vem hämtade?' }));
    await waitFor(() => expect(comments.getByText('Klar')).toBeVisible());
    expect(comments.queryByRole('button')).toBeNull();
  });

  it('takes two taps on save for one comment', async () => {
    const { user } = await show();
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await user.type(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }), 'Vem?');
    await user.dblClick(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    await question(ASKED).findByText('Vem?');
    expect((await review())?.comments).toHaveLength(1);
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('comments on the words selected in the text', async () => {
    const { user } = await show();
    const text = question(ASKED).getByText(STORY.slice(60, 77)).closest('[data-passage]');
    const node = text?.querySelector('span')?.firstChild;
    if (!node) throw new Error('no text');
    // Until the screen listens: effects run a moment after the heading is there.
    await waitFor(() => {
      document.getSelection()?.setBaseAndExtent(node, 33, node, 56);
      act(() => void document.dispatchEvent(new Event('selectionchange')));
      expect(
        question(ASKED).getByRole('button', { name: /^Kommentera markeringen/ }),
      ).toBeVisible();
    });
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera markeringen/ }));
    await user.type(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }), 'Vem?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    await waitFor(async () =>
      expect((await review())?.comments[0]).toMatchObject({
        quote: STORY.slice(33, 56).trim(),
        from: STORY.indexOf(STORY.slice(33, 56).trim()),
        text: 'Vem?',
      }),
    );
    expect(text?.querySelector('mark')?.textContent).toBe(STORY.slice(33, 56).trim());
    expect(text?.textContent).toBe(STORY);
  });

  it('goes on with a comment that was being written when the screen was left', async () => {
    const first = await show();
    await first.user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await first.user.type(
      question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }),
      'Halv',
    );
    first.view.unmount();
    await show();
    expect(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ })).toHaveValue('Halv');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('K-017');
  });

  it('keeps the text on screen when it could not be saved, and says when it was not sent', async () => {
    const { user } = await show();
    const append = journal.append;
    journal.append = async () => err({ type: 'diskFull' });
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    const field = question(ASKED).getByRole('textbox', { name: /^Kommentar till/ });
    await user.type(field, 'Vem?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(await question(ASKED).findByText(/gick inte att spara/)).toBeVisible();
    expect(field).toHaveValue('Vem?');
    journal.append = append;
    deliver.mockResolvedValue(err({ type: 'unreachable' }));
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(await screen.findByText(/sparat men inte skickat/)).toBeVisible();
    expect(question(ASKED).getByText('Vem?')).toBeVisible();
  });
});

describe('deciding', () => {
  it('returns only with something to mend, and then tells the tablet exactly what', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Återlämna intervjun?' }));
    await user.click(dialog.getByRole('button', { name: 'Återlämna' }));
    expect(dialog.getByRole('alert')).toHaveTextContent(/Kommentera minst ett ställe/);
    expect(deliver).not.toHaveBeenCalled();
    await user.click(dialog.getByRole('button', { name: 'Avbryt' }));

    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await user.type(
      question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }),
      'Vem hämtade?',
    );
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    await question(ASKED).findByText('Vem hämtade?');
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    const again = within(screen.getByRole('dialog', { name: 'Återlämna intervjun?' }));
    expect(again.getByText('Skickas med: 1 öppen kommentar.')).toBeVisible();
    await user.type(
      again.getByRole('textbox', { name: 'Hälsning till intervjuaren' }),
      'Fint samtal.',
    );
    await user.click(again.getByRole('button', { name: 'Återlämna' }));
    expect(await screen.findByText(/Karin Ek återlämnade den här versionen/)).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Godkänn' })).toBeNull();
    expect(screen.getByRole('heading', { name: 'Ditt beslut' })).toHaveFocus();
    expect((await review())?.decision).toMatchObject({ type: 'returned', note: 'Fint samtal.' });
  });

  it('approves after saying what happens next', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Godkänn intervjun?' }));
    expect(dialog.getByText(/avslutar inte det brådskande/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Godkänn' }));
    expect(await screen.findByText(/Karin Ek godkände den här versionen/)).toBeVisible();
    expect(deliver).toHaveBeenCalledWith('review', reviewStreamOf(INTERVIEW, KARIN.author));
    expect(screen.queryByRole('button', { name: /^Kommentera svaret/ })).toBeNull();
  });

  it('asks for review again when a new version comes, and marks what changed', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Godkänn' }));
    await screen.findByText(/godkände den här versionen/);
    const answer = { text: 'Det var faster som hämtade.', verbatim: [], value: null };
    await act(() =>
      arrives({ type: 'AnswerWritten', version: 1, data: { question: 's2q1', answer } }, completed),
    );
    expect(await screen.findByText('2, ersätter 1')).toBeVisible();
    expect(screen.getByText('Kompletterad')).toBeVisible();
    expect(screen.getAllByText('Ändrad')).toHaveLength(1);
    expect(question(ASKED).getByText('Ändrad')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Godkänn' })).toBeVisible();
  });

  it('takes two taps on return for one, and says nothing red about the second', async () => {
    const { user } = await show();
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Återlämna intervjun?' }));
    await user.type(dialog.getByRole('textbox', { name: /^Hälsning/ }), 'Skriv klart memot.');
    await user.dblClick(dialog.getByRole('button', { name: 'Återlämna' }));
    expect(await screen.findByText(/Karin Ek återlämnade den här versionen/)).toBeVisible();
    expect(screen.queryByText(/redan fått ett beslut/)).toBeNull();
    expect(deliver).toHaveBeenCalledTimes(1);
  });

  it('leads to the open comment from the top and from the approval, and marks it done there', async () => {
    const { user } = await show();
    expect(screen.queryByRole('button', { name: '1 öppen kommentar' })).toBeNull();
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await user.type(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }), 'Vem?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    await question(ASKED).findByText('Vem?');
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Återlämna' }));
    await screen.findByText(/återlämnade den här versionen/);
    const answer = { text: 'Det var faster som hämtade.', verbatim: [], value: null };
    await act(() =>
      arrives({ type: 'AnswerWritten', version: 1, data: { question: 's2q1', answer } }, completed),
    );
    await screen.findByText('Kompletterad');

    await user.click(screen.getByRole('button', { name: '1 öppen kommentar' }));
    const comment = question(ASKED).getByText('Vem?').closest('li');
    expect(comment).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    await user.click(screen.getByRole('button', { name: 'Gå till den första öppna kommentaren' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(comment).toHaveFocus();
    await user.click(question(ASKED).getByRole('button', { name: 'Markera som klar: Vem?' }));
    expect(await question(ASKED).findByText('Klar')).toBeVisible();
    await waitFor(() => expect(comment).toHaveFocus());
    expect(screen.queryByRole('button', { name: '1 öppen kommentar' })).toBeNull();
  });

  it('does not say that a version is replaced when nobody has decided about one', async () => {
    await arrives(completed);
    await show();
    const version = screen.getByText('Version', { selector: 'dt' });
    expect(version.nextElementSibling).toHaveTextContent(/^2$/);
  });
});
