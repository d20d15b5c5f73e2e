import { fireEvent, render, screen } from '@testing-library/react';
import { Suspense } from 'react';
import { expect, it, onTestFinished } from 'vitest';
import { closingTexts } from '../../i18n/closing.ts';
import { homeTexts } from '../../i18n/home.ts';
import { event, GUIDE, INTERVIEW, memoryJournal, ready } from '../../interview/fixture.ts';
import { consented, notingPorts } from '../../interview/ui/fixture.tsx';
import type { NewEvent } from '../../journal/model/event.ts';
import { fakeDesk } from './fixture.ts';
import { InterviewScreen } from './InterviewScreen.tsx';

/** The screen of an interview that these facts led to, and every text that stood on it. */
async function show(facts: readonly NewEvent[], part: 'talk' | 'after') {
  const journal = memoryJournal();
  await journal.append(INTERVIEW, 'interview', facts, null);
  const desk = fakeDesk({ journal, guide: async () => GUIDE });
  const { ports } = notingPorts(journal);
  // Where Shell has its boundary.
  const screens = (at: 'talk' | 'after') => (
    <Suspense fallback={<p>Blank</p>}>
      <InterviewScreen stream={INTERVIEW} part={at} desk={desk} ports={ports} />
    </Suspense>
  );
  const { container, rerender } = render(screens(part));
  const seen: string[] = [container.textContent];
  const observer = new MutationObserver(() => seen.push(container.textContent));
  observer.observe(container, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => observer.disconnect());
  return { seen, toAfter: () => rerender(screens('after')) };
}

const { loading } = homeTexts.sv;
const memo = { name: 'Del C – bara för dig' };

// First: what the other one fetches would be there already.
it('leaves the talk on the screen until what comes after it is there', async () => {
  const { seen, toAfter } = await show(consented, 'talk');
  await screen.findByRole('textbox');
  seen.length = 0;
  fireEvent.click(screen.getByRole('button', { name: 'Sluta' }));
  fireEvent.click(await screen.findByRole('button', { name: /Spara allt/ }));
  toAfter();
  await screen.findByRole('heading', memo);
  expect(seen.filter((text) => text === '' || text === 'Blank')).toEqual([]);
});

it('says that an interview is being opened until all of the page after it is there', async () => {
  const completed: NewEvent = {
    type: 'InterviewCompleted',
    version: 1,
    data: { asked: [], language: 'sv' },
  };
  const data = { review: event('9') };
  const reopened: NewEvent = { type: 'InterviewReopened', version: 1, data };
  const { seen } = await show([...ready(), completed, reopened], 'after');
  await screen.findByRole('heading', memo);
  expect(seen[0]).toBe(loading);
  const [first] = seen.filter((text) => text !== loading);
  expect(first).toContain('Del A');
  expect(first).toContain(closingTexts.sv.title);
});
