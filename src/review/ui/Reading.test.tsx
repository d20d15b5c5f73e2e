import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { err } from '../../base/result.ts';
import { RETRACTED } from '../../journal/model/event.ts';
import {
  FACTS,
  INTERVIEW,
  interviewSummary,
  KARIN,
  memoryJournal,
  OLLE,
  STORY,
  written,
} from '../fixture.ts';
import { reviewStreamOf } from '../model/summary.ts';
import { ASKED, question, TestDesk } from './fixture.tsx';

let desk = new TestDesk();

beforeEach(async () => {
  desk = new TestDesk();
  await desk.arrives();
});

describe('reading a delivered interview', () => {
  it('has safety first, then what it is, then the record, the memo and the consent', async () => {
    await desk.show();
    const headings = screen.getAllByRole('heading', { level: 2 }).map((each) => each.textContent);
    expect(headings[0]).toBe('Brådskande');
    expect(headings.slice(-3)).toEqual(['Samtycke', 'Arbetsledarens granskning', 'Ditt beslut']);
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
    expect(desk.acknowledged).toEqual([[INTERVIEW]]);
  });

  it('sets apart what was said word for word and holds exactly the text', async () => {
    await desk.show();
    const quote = question(ASKED).getByText(STORY.slice(60, 77));
    expect(quote.closest('q')).not.toBeNull();
    expect(quote.closest('[data-passage]')?.textContent).toBe(STORY);
  });

  it('underlines what is about somebody else, and says what that means', async () => {
    const text = 'Hon och ‹Kalle› kom.';
    const answer = { text, verbatim: [], thirdPerson: [[9, 14]], value: null };
    const data = { question: 's2q2', answer };
    await desk.show();
    expect(screen.queryByText(/handlar om någon annan/)).toBeNull();
    await act(() => desk.arrives({ type: 'AnswerWritten', version: 1, data }));
    const other = await screen.findByText('Kalle');
    expect(other).toHaveClass('review-others');
    expect(other.closest('[data-passage]')?.textContent).toBe(text);
    expect(screen.getByText(/med prickad linje under, handlar om någon annan/)).toBeVisible();
  });

  it('points at what could identify someone, and leads there', async () => {
    const answer = { text: 'Ring 070-123 45 67.', verbatim: [], value: null };
    await desk.show();
    await act(() =>
      desk.arrives({ type: 'AnswerWritten', version: 1, data: { question: 's2q2', answer } }),
    );
    const go = await screen.findByRole('button', { name: /^Gå till: .*\(telefonnummer\)$/ });
    act(() => go.click());
    expect(document.activeElement).toHaveTextContent('Ring 070-123 45 67.');
  });

  it('shows own words, what may be used and what was read back, and what is between us', async () => {
    await desk.show();
    await act(() =>
      desk.arrives(
        { type: 'OwnWordsWritten', version: 1, data: { question: 's2q1', text: 'Det var jag.' } },
        { type: 'UseChosen', version: 1, data: { question: 's2q1', use: 'betweenUs' } },
        { type: 'PassageTakenBack', version: 1, data: { question: 's2q1' } },
        { type: 'SectionReadBack', version: 1, data: { section: 's2' } },
      ),
    );
    const own = await question(ASKED).findByText('Det var jag.');
    expect(own.closest('figure')).toHaveTextContent('Deltagarens egna ord');
    expect(question(ASKED).getByText(/^Mellan oss: bara intervjuaren och/)).toBeVisible();
    expect(question(ASKED).getByText(/har tagit tillbaka en del av svaret/)).toBeVisible();
    const section = await screen.findByRole('region', { name: 'Läst tillbaka med deltagaren' });
    expect(section).toHaveTextContent(/: läst \d/);
    expect(section).toHaveTextContent('1 svar utan val om användning: inte frågat än');
  });

  it('names what is wrong with the chain', async () => {
    const broken = desk.events.filter((event) => event.seq !== 5);
    desk.journal = memoryJournal(KARIN);
    await desk.journal.take(INTERVIEW, 'interview', broken, interviewSummary(broken));
    await desk.show();
    expect(screen.getByText('Uppgift nummer 5 saknas.')).toBeVisible();
    expect(screen.queryByText(/^Kontrollerad:/)).toBeNull();
  });

  it('can be read without its guide', async () => {
    await desk.show(null);
    await screen.findByText('Guiden finns inte här. Frågorna visas som de ställdes.');
    expect(question(ASKED).getByText('Besvarad')).toBeVisible();
  });

  it('says that an answer was taken back, and has none of its words', async () => {
    const answer = desk.events.find((event) => event.type === 'AnswerWritten');
    await desk.arrives(
      { type: RETRACTED, version: 1, data: { events: [answer?.id] } },
      { type: 'AnswerTakenBack', version: 1, data: { question: 's2q1' } },
    );
    await desk.show();
    expect(question(ASKED).getByText(/har tagit tillbaka svaret/)).toBeVisible();
    expect(screen.queryByText(/nio år/)).toBeNull();
  });

  it('shows a flag that came ahead, with nothing to decide about', async () => {
    desk.journal = memoryJournal(KARIN);
    const ahead = FACTS.filter((fact) => ['InterviewStarted', 'SafetyFlagged'].includes(fact.type));
    desk.events = written(ahead, INTERVIEW, [], OLLE);
    await desk.arrives();
    await desk.show();
    expect(screen.getByText(/Intervjun är inte färdigställd än/)).toBeVisible();
    expect(screen.queryByRole('heading', { name: 'Ditt beslut' })).toBeNull();
  });

  it('says who took care of an urgent message and when, and is calm from then on', async () => {
    const { user } = await desk.show();
    const flags = within(screen.getByRole('region', { name: 'Brådskande' }));
    expect(screen.getByRole('region', { name: 'Brådskande' })).toHaveAttribute('data-waiting');
    await user.click(flags.getByRole('button', { name: /^Jag har tagit hand om det/ }));
    expect(await flags.findByText(/^Karin Ek har tagit hand om det, /)).toBeVisible();
    expect(flags.queryByRole('button')).toBeNull();
    await waitFor(() => expect(flags.getByRole('heading', { level: 3 })).toHaveFocus());
    expect(screen.getByRole('region', { name: 'Brådskande' })).not.toHaveAttribute('data-waiting');
    expect((await desk.review())?.handled).toHaveLength(1);
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    expect(within(screen.getByRole('dialog')).queryByText(/avslutar inte/)).toBeNull();
  });

  it('says when the interview is not here', async () => {
    desk.journal = memoryJournal(KARIN);
    desk.open();
    expect(
      await screen.findByRole('heading', { name: /finns inte på den här datorn/ }),
    ).toBeVisible();
  });
});

describe('commenting', () => {
  it('comments on a whole answer, keeps it while it is typed, sends it and resolves it', async () => {
    const { user } = await desk.show();
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    const field = question(ASKED).getByRole('textbox', { name: 'Kommentar till intervjuaren' });
    expect(field).toHaveFocus();
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(question(ASKED).getByRole('alert')).toHaveTextContent(
      'Skriv något i kommentaren först.',
    );
    await user.type(field, 'Vem hämtade?');
    const drafts = await desk.journal.open(reviewStreamOf(INTERVIEW, KARIN.author));
    expect(JSON.stringify(drafts?.drafts)).toContain('Vem hämtade?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    const comments = within(await question(ASKED).findByRole('list', { name: 'Kommentarer' }));
    expect(comments.getByText('Vem hämtade?')).toBeVisible();
    expect(comments.getByText(/^Karin Ek, /)).toBeVisible();
    expect(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ })).toHaveFocus();
    expect(desk.delivered).toHaveLength(1);
    await user.click(comments.getByRole('button', { name: 'Markera som klar: Vem hämtade?' }));
    await waitFor(() => expect(comments.getByText('Klar')).toBeVisible());
    expect(comments.queryByRole('button', { name: /^Markera som klar/ })).toBeNull();
  });

  it('takes two taps on save for one comment', async () => {
    const { user } = await desk.show();
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await user.type(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }), 'Vem?');
    await user.dblClick(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    await question(ASKED).findByText('Vem?');
    expect((await desk.review())?.comments).toHaveLength(1);
    expect(desk.delivered).toHaveLength(1);
  });

  it('comments on the words selected in the text', async () => {
    const { user } = await desk.show();
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
      expect((await desk.review())?.comments[0]).toMatchObject({
        quote: STORY.slice(33, 56).trim(),
        from: STORY.indexOf(STORY.slice(33, 56).trim()),
        text: 'Vem?',
      }),
    );
    expect(text?.querySelector('mark')?.textContent).toBe(STORY.slice(33, 56).trim());
    expect(text?.textContent).toBe(STORY);
  });

  it('goes on with a comment that was being written when the screen was left', async () => {
    const first = await desk.show();
    await first.user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    await first.user.type(
      question(ASKED).getByRole('textbox', { name: /^Kommentar till/ }),
      'Halv',
    );
    first.view.unmount();
    await desk.show();
    expect(question(ASKED).getByRole('textbox', { name: /^Kommentar till/ })).toHaveValue('Halv');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('K-017');
  });

  it('keeps the text on screen when it could not be saved, and says when it was not sent', async () => {
    const { user } = await desk.show();
    const append = desk.journal.append;
    desk.journal.append = async () => err({ type: 'diskFull' });
    await user.click(question(ASKED).getByRole('button', { name: /^Kommentera svaret/ }));
    const field = question(ASKED).getByRole('textbox', { name: /^Kommentar till/ });
    await user.type(field, 'Vem?');
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(await question(ASKED).findByText(/gick inte att spara/)).toBeVisible();
    expect(field).toHaveValue('Vem?');
    desk.journal.append = append;
    desk.delivery = err({ type: 'unreachable' });
    await user.click(question(ASKED).getByRole('button', { name: 'Spara kommentaren' }));
    expect(await screen.findByText(/sparat men inte skickat/)).toBeVisible();
    expect(question(ASKED).getByText('Vem?')).toBeVisible();
  });
});
