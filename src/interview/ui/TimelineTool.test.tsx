import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { INTERVIEW, memoryJournal, q, reopened, words, wrote } from '../fixture.ts';
import { foldTimeline } from '../model/timeline.ts';
import { MARGIN, YEAR_WIDTH } from '../model/timeline-layout.ts';
import { tellsOf } from '../timeline-fixture.ts';
import { consented, openTalk, type OpenTalk } from './fixture.tsx';
import { TimelineTool } from './TimelineTool.tsx';

function show(talk: OpenTalk) {
  const closed: true[] = [];
  const view = render(
    <TimelineTool session={talk.session} ports={talk.ports} onClose={() => closed.push(true)} />,
  );
  const svg = view.container.querySelector('svg');
  if (!svg) throw new Error('no picture');
  return { user: userEvent.setup(), closed, svg, view, ...talk };
}
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const placements = ({ session }: OpenTalk) => foldTimeline(session.events());
/** What a screen reader reads, oldest first. */
const list = () =>
  within(screen.getByRole('region', { name: 'Där du har bott' }))
    .queryAllByRole('listitem')
    .map((item) => item.textContent);
const year = (label: string): HTMLElement => screen.getByRole('textbox', { name: `${label}, år` });

it('adds by a tap on the line, in the year under the finger, and tells nothing that was not told', async () => {
  // The line of the test's clock begins in 2007.
  const talk = show(await openTalk(consented));
  fireEvent.click(talk.svg, { clientX: MARGIN + YEAR_WIDTH * 5 + 20 });
  await waitFor(() =>
    expect(placements(talk)).toMatchObject([
      { from: '2012', to: null, home: null, move: null, words: '', last: false },
    ]),
  );
  expect(list()).toEqual(['Boende, från 2012.']);
  const form = await screen.findByRole('heading', { name: 'Berätta om: Boende' });
  await waitFor(() => expect(form).toHaveFocus());
});

it('is all there without a finger: added, told and marked as last in a plain form', async () => {
  const talk = show(await openTalk(consented));
  const { user } = talk;
  await user.click(button('Lägg till ett boende'));
  await user.type(year('Från'), '12');
  await user.type(year('Till'), '2016');
  await user.selectOptions(screen.getByRole('combobox', { name: 'Till, månad' }), 'juni');
  await user.click(screen.getByRole('radio', { name: 'Familjehem' }));
  await user.click(screen.getByRole('radio', { name: 'Flytten därifrån var inte planerad' }));
  await user.type(screen.getByRole('textbox', { name: 'Med dina egna ord' }), 'Hos Berit');
  await user.click(screen.getByRole('checkbox', { name: 'Det här var den sista placeringen' }));
  await user.click(button('Klart'));
  await waitFor(() =>
    expect(placements(talk)).toMatchObject([
      {
        from: '2012',
        to: '2016-06',
        home: 'fosterHome',
        move: 'unplanned',
        words: 'Hos Berit',
        last: true,
      },
    ]),
  );
  expect(list()).toEqual([
    'Familjehem, 2012 till juni 2016. Flytten därifrån var inte planerad. Sista placeringen.Hos Berit',
  ]);
  expect(screen.getByRole('heading', { name: 'Där du har bott' })).toHaveFocus();
});

it('hides the picture from screen readers and shows every placement in it', async () => {
  const talk = show(
    await openTalk([
      ...consented,
      tellsOf('a', { home: 'fosterHome', from: '2014', last: true }),
      tellsOf('b', { home: 'relatives', from: '2010', to: '2014' }),
      tellsOf('c', { home: 'own' }),
    ]),
  );
  expect(talk.svg).toHaveAttribute('aria-hidden', 'true');
  const drawn = [...talk.svg.querySelectorAll('.timeline-words')].map((each) => each.textContent);
  expect(drawn).toEqual(['Hos släkt', 'Familjehem (sista)']);
  expect(list()).toEqual([
    'Hos släkt, 2010 till 2014.',
    'Familjehem, från 2014. Sista placeringen.',
    'Egen bostad, vet inte när.',
  ]);
});

it('moves an end by the arrow keys on a bar, month by month, says where it stands, and steps back', async () => {
  const talk = show(await openTalk([...consented, tellsOf('a', { from: '2012', to: '2014-06' })]));
  const { user } = talk;
  button(/^Boende/).focus();
  await user.keyboard('{ArrowRight}{ArrowRight}');
  await waitFor(() => expect(placements(talk)[0]?.to).toBe('2014-08'));
  expect(screen.getByText('2012 till augusti 2014')).toBeInTheDocument();
  await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
  await waitFor(() => expect(placements(talk)[0]?.from).toBe('2012-02'));
  await user.click(button('Ångra senaste ändringen'));
  await waitFor(() => expect(placements(talk)[0]?.from).toBe('2012'));
  expect(button('Ångra senaste ändringen')).toBeDisabled();
});

it('moves an end by a finger, snapping to months, and keeps it when it is let go', async () => {
  const talk = show(await openTalk([...consented, tellsOf('a', { from: '2012', to: '2014-06' })]));
  const bar = talk.svg.querySelector('.timeline-bar');
  if (!bar) throw new Error('no bar');
  fireEvent.click(bar);
  const handle = await waitFor(() => {
    const found = talk.svg.querySelector('[data-end="to"]');
    if (!found) throw new Error('no handle');
    return found;
  });
  const right = (month: number) => MARGIN + (2014 - 2007) * YEAR_WIDTH + month * 4 + 22;
  const at = (month: number) => ({ pointerId: 1, clientX: right(month) + 1 });
  fireEvent.pointerDown(handle, at(6));
  fireEvent.pointerMove(handle, at(9));
  expect(list()).toEqual(['Boende, 2012 till september 2014.']);
  expect(placements(talk)[0]?.to).toBe('2014-06');
  fireEvent.pointerMove(handle, at(3));
  fireEvent.pointerUp(handle, at(3));
  await waitFor(() => expect(placements(talk)[0]?.to).toBe('2014-03'));
  // A move without a finger down moves nothing.
  fireEvent.pointerMove(handle, at(9));
  expect(list()).toEqual(['Boende, 2012 till mars 2014.']);
});

it('erases what is removed, puts the focus on the list, and brings it back in one step', async () => {
  const talk = show(await openTalk([...consented, tellsOf('a', { words: 'HEMLIGT' })]));
  const { user, journal } = talk;
  await user.click(button(/^Boende/));
  await user.click(button('Ta bort'));
  await screen.findByText('Borttaget och raderat.');
  expect(JSON.stringify(await journal.open(INTERVIEW))).not.toContain('HEMLIGT');
  expect(list()).toEqual([]);
  expect(screen.getByRole('heading', { name: 'Där du har bott' })).toHaveFocus();
  await user.click(button('Ångra senaste ändringen'));
  await waitFor(() => expect(placements(talk)[0]?.words).toBe('HEMLIGT'));
});

it('says clearly what is strange about the years, and keeps them', async () => {
  const talk = show(await openTalk([...consented, tellsOf('a', { from: '2012' })]));
  const { user } = talk;
  await user.click(button(/^Boende/));
  await user.type(year('Till'), '2010');
  expect(screen.getByText(/Slutet ligger före början/)).toBeInTheDocument();
  await user.clear(year('Till'));
  await user.type(year('Till'), '2040');
  expect(screen.getByText(/Den tiden har inte varit än/)).toBeInTheDocument();
  await user.click(button('Klart'));
  await waitFor(() => expect(placements(talk)[0]?.to).toBe('2040'));
});

it('says that it is before birth only when it must be', async () => {
  const minor = { type: 'AgeStated', version: 1, data: { age: 'from15to17' } };
  const talk = show(await openTalk([...consented, minor, tellsOf('a', { from: '2001' })]));
  await talk.user.click(button(/^Boende/));
  expect(screen.getByText(/Det är före födseln/)).toBeInTheDocument();
});

it('brings back what was typed when the tablet went off', async () => {
  const journal = memoryJournal();
  const talk = show(await openTalk([...consented, tellsOf('a')], journal));
  await talk.user.click(button(/^Boende/));
  await talk.user.type(screen.getByRole('textbox', { name: 'Med dina egna ord' }), 'Där var');
  await talk.user.type(year('Från'), '201');
  talk.view.unmount();
  const session = await reopened(journal);
  render(<TimelineTool session={session} ports={talk.ports} onClose={() => undefined} />);
  expect(screen.getByRole('textbox', { name: 'Med dina egna ord' })).toHaveValue('Där var');
  expect(year('Från')).toHaveValue('201');
  await waitFor(() => expect(foldTimeline(session.events())[0]?.words).toBe('Där var'));
});

it('offers the period that was told to a question, and puts it there only when asked', async () => {
  const value = { kind: 'date', from: '2012-05', to: '2019', unknown: false } as const;
  const talk = show(await openTalk([...consented, wrote('s2q4', words('', value))]));
  expect(placements(talk)).toEqual([]);
  await talk.user.click(button('Ta med perioden från frågan: maj 2012 till 2019'));
  await waitFor(() => expect(list()).toEqual(['Boende, maj 2012 till 2019.']));
  expect(screen.queryByRole('button', { name: /från frågan/ })).toBeNull();
  expect(talk.session.answer(q('s2q4')).value).toEqual(value);
});

it('leaves nothing behind when a placement was opened by mistake, and closes with all settled', async () => {
  const talk = show(await openTalk([...consented, tellsOf('a')]));
  await talk.user.click(button('Lägg till ett boende'));
  expect(list()).toHaveLength(2);
  await talk.user.type(screen.getByRole('textbox', { name: 'Med dina egna ord' }), 'Ord');
  await talk.user.click(button('Lägg till ett boende'));
  await waitFor(() => expect(list()).toHaveLength(3));
  await act(async () => {
    fireEvent(screen.getByRole('dialog'), new Event('cancel', { cancelable: true }));
    await Promise.resolve();
  });
  expect(talk.closed).toEqual([true]);
  await waitFor(() => expect(placements(talk).map((each) => each.words)).toEqual(['', 'Ord']));
});
