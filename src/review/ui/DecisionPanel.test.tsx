import { act, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { completed, INTERVIEW, KARIN } from '../fixture.ts';
import { reviewStreamOf } from '../model/summary.ts';
import { ASKED, question, TestDesk } from './fixture.tsx';

let desk = new TestDesk();

beforeEach(async () => {
  desk = new TestDesk();
  await desk.arrives();
});

describe('deciding', () => {
  it('returns only with something to mend, and then tells the tablet exactly what', async () => {
    const { user } = await desk.show();
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Återlämna intervjun?' }));
    await user.click(dialog.getByRole('button', { name: 'Återlämna' }));
    expect(dialog.getByRole('alert')).toHaveTextContent(/Kommentera minst ett ställe/);
    expect(desk.delivered).toEqual([]);
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
    expect((await desk.review())?.decision).toMatchObject({
      type: 'returned',
      note: 'Fint samtal.',
    });
  });

  it('does not approve before the required points are marked, and says which', async () => {
    const { user } = await desk.show();
    expect(screen.getByText('13 obligatoriska punkter kvar.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Intervjun kan inte godkännas än' }));
    expect(dialog.getAllByRole('listitem')).toHaveLength(13);
    expect(dialog.queryByRole('button', { name: 'Godkänn' })).toBeNull();
    await user.click(dialog.getByRole('button', { name: 'Gå till checklistan' }));
    expect(screen.getByRole('heading', { name: 'Arbetsledarens granskning' })).toHaveFocus();
    await user.click(
      screen.getByRole('checkbox', { name: 'Personen uppfyllde villkoren för erbjudandet.' }),
    );
    await user.click(screen.getByRole('checkbox', { name: /^Gäller inte här: Under 18/ }));
    expect(await screen.findByText('11 obligatoriska punkter kvar.')).toBeVisible();
    expect(desk.delivered).toEqual([]);
  });

  it('approves after saying what happens next', async () => {
    await desk.checked();
    const { user } = await desk.show();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Godkänn intervjun?' }));
    expect(dialog.getByText(/avslutar inte det brådskande/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Godkänn' }));
    expect(await screen.findByText(/Karin Ek godkände den här versionen/)).toBeVisible();
    expect(desk.delivered).toEqual([['review', reviewStreamOf(INTERVIEW, KARIN.author)]]);
    expect(screen.queryByRole('button', { name: /^Kommentera svaret/ })).toBeNull();
  });

  it('asks for review again when a new version comes, and marks what changed', async () => {
    await desk.checked();
    const { user } = await desk.show();
    await user.click(screen.getByRole('button', { name: 'Godkänn' }));
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Godkänn' }));
    await screen.findByText(/godkände den här versionen/);
    const answer = { text: 'Det var faster som hämtade.', verbatim: [], value: null };
    await act(() =>
      desk.arrives(
        { type: 'AnswerWritten', version: 1, data: { question: 's2q1', answer } },
        completed,
      ),
    );
    expect(await screen.findByText('2, ersätter 1')).toBeVisible();
    expect(screen.getByText('Kompletterad')).toBeVisible();
    expect(screen.getAllByText('Ändrad')).toHaveLength(1);
    expect(question(ASKED).getByText('Ändrad')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Godkänn' })).toBeVisible();
  });

  it('takes two taps on return for one, and says nothing red about the second', async () => {
    const { user } = await desk.show();
    await user.click(screen.getByRole('button', { name: 'Återlämna för komplettering' }));
    const dialog = within(screen.getByRole('dialog', { name: 'Återlämna intervjun?' }));
    await user.type(dialog.getByRole('textbox', { name: /^Hälsning/ }), 'Skriv klart memot.');
    await user.dblClick(dialog.getByRole('button', { name: 'Återlämna' }));
    expect(await screen.findByText(/Karin Ek återlämnade den här versionen/)).toBeVisible();
    expect(screen.queryByText(/redan fått ett beslut/)).toBeNull();
    expect(desk.delivered).toHaveLength(1);
  });

  it('leads to the open comment from the top and from the approval, and marks it done there', async () => {
    const { user } = await desk.show();
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
      desk.arrives(
        { type: 'AnswerWritten', version: 1, data: { question: 's2q1', answer } },
        completed,
      ),
    );
    await screen.findByText('Kompletterad');
    await act(() => desk.checked(2));

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
    await desk.arrives(completed);
    await desk.show();
    const version = screen.getByText('Version', { selector: 'dt' });
    expect(version.nextElementSibling).toHaveTextContent(/^2$/);
  });
});
