import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { TRAINING } from '../../../training/fixture.ts';
import { go } from '../../routes.ts';
import { fakeDesk } from '../fixture.ts';
import { PracticeScreen } from './PracticeScreen.tsx';

const t = practiceTexts.sv;
const desk = fakeDesk({ guides: async () => [GUIDE] });

beforeEach(() => {
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(TRAINING)));
  go({ name: 'practice', case: 'case1', play: false });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it('goes on under the cover of an idle vault, which shows nothing of it but the mark', async () => {
  const onLeave = vi.fn<() => void>();
  const user = userEvent.setup();
  const { rerender } = render(<PracticeScreen from={desk} onLeave={onLeave} />);
  await user.click(await screen.findByRole('button', { name: t.put }, { timeout: 5000 }));
  expect(await screen.findByText(/mest stolt över att ni frågade/)).toBeVisible();
  rerender(<PracticeScreen from={desk} onLeave={onLeave} cover={<p>Täckt</p>} />);
  expect(screen.getByText('Täckt')).toBeVisible();
  expect(screen.queryByText(/mest stolt/)).toBeNull();
  expect(screen.getByRole('complementary', { name: t.mark })).toBeVisible();
  rerender(<PracticeScreen from={desk} onLeave={onLeave} />);
  expect(await screen.findByText(/mest stolt över att ni frågade/)).toBeVisible();
});

it('keeps nothing of itself in the vault beside it', async () => {
  const { unmount } = render(<PracticeScreen from={desk} onLeave={() => undefined} />);
  await screen.findByRole('button', { name: t.put }, { timeout: 5000 });
  for (const kind of ['interview', 'practice', 'training', 'debrief'] as const) {
    expect(await desk.journal.list(kind)).toEqual([]);
  }
  unmount();
  expect(document.documentElement.dataset['practice']).toBeUndefined();
  expect(document.title).not.toMatch(/ÖVNING/);
});

it('says so when the case is not on this device', async () => {
  go({ name: 'practice', case: 'gone', play: false });
  render(<PracticeScreen from={desk} onLeave={() => undefined} />);
  expect(await screen.findByRole('heading', { name: t.missing })).toBeVisible();
});
