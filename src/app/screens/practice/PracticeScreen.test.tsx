import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { homeTexts } from '../../../i18n/home.ts';
import { interviewTexts } from '../../../i18n/interview.ts';
import { practiceTexts } from '../../../i18n/training-practice.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { SoundDesk } from '../../../interview/recording.ts';
import { pretendSound } from '../../../training/pretend-sound.ts';
import { soundTexts } from '../../../i18n/sound.ts';
import { StreamId } from '../../../base/ids.ts';
import { systemRandom } from '../../../base/deps.ts';
import { caseOf, TRAINING } from '../../../training/fixture.ts';
import { formOf } from '../../../training/model/case-edited.ts';
import { beginCase, draftIdOf } from '../../../training/own-cases.ts';
import { ErrorScreen } from '../../ErrorScreen.tsx';
import { go } from '../../routes.ts';
import type { Desk } from '../../port.ts';
import { ok } from '../../../base/result.ts';
import { fakeDesk, ME } from '../fixture.ts';
import { PracticeScreen } from './PracticeScreen.tsx';

const t = practiceTexts.sv;
const i = interviewTexts.sv;
const NOW_RECORDING = { type: 'recording', trouble: null } as const;
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
  await user.click(await screen.findByRole('button', { name: t.put }));
  expect(await screen.findByText(/mest stolt över att ni frågade/)).toBeVisible();
  expect(document.title).toBe(`${t.mark} – ${t.tab} – Återblick`);
  rerender(<PracticeScreen from={desk} onLeave={onLeave} cover={<p>Täckt</p>} />);
  expect(screen.getByText('Täckt')).toBeVisible();
  expect(screen.queryByText(/mest stolt/)).toBeNull();
  expect(screen.getByRole('complementary', { name: t.mark })).toBeVisible();
  rerender(<PracticeScreen from={desk} onLeave={onLeave} />);
  expect(await screen.findByText(/mest stolt över att ni frågade/)).toBeVisible();
});

it('keeps nothing of itself in the vault beside it', async () => {
  const { unmount } = render(<PracticeScreen from={desk} onLeave={() => undefined} />);
  await screen.findByRole('button', { name: t.put });
  for (const kind of ['interview', 'practice', 'training', 'debrief'] as const) {
    expect(await desk.journal.list(kind)).toEqual([]);
  }
  unmount();
  expect(document.documentElement.dataset['practice']).toBeUndefined();
  expect(document.title).not.toMatch(/ÖVNING/);
});

it('keeps the talk of module 5 in its vault: it can be locked, and is left without being asked', async () => {
  go({ name: 'practice', case: 'field', play: false });
  const open = { type: 'open', kept: 0, found: 0, handedOver: null, restarted: false } as const;
  const field = vi.fn<NonNullable<Desk['field']>>(async () => ok(open));
  const lock = vi.fn<() => void>();
  const user = userEvent.setup();
  const view = render(
    <PracticeScreen from={fakeDesk({ ...desk, field, lock })} onLeave={() => undefined} />,
  );
  await user.click(await screen.findByRole('button', { name: t.put }));
  expect(await screen.findByText(/mest stolt över att ni frågade/)).toBeVisible();
  expect(screen.getByText(t.markHelpKept)).toBeVisible();
  expect(JSON.stringify(field.mock.lastCall)).toContain('ReplyGiven');
  await user.click(screen.getByRole('button', { name: i.pause }));
  await user.click(await screen.findByRole('button', { name: i.lock }));
  expect(lock).toHaveBeenCalledOnce();
  await user.click(screen.getByRole('button', { name: t.toModule5 }));
  expect(location.pathname).toBe('/training/m5');
  view.unmount();

  go({ name: 'practice', case: 'field', play: false });
  const locked = async () => ok({ type: 'locked' } as const);
  render(<PracticeScreen from={fakeDesk({ ...desk, field: locked })} onLeave={() => undefined} />);
  await vi.waitFor(() => expect(location.pathname).toBe('/training/m5'));
});

it('says so when the case is not on this device', async () => {
  go({ name: 'practice', case: 'gone', play: false });
  render(<PracticeScreen from={desk} onLeave={() => undefined} />);
  expect(await screen.findByRole('heading', { name: t.missing })).toBeVisible();
});

it('ends in the error screen when its own files can not be had, and not in an empty page', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no such asset')));
  render(
    <ErrorScreen>
      <PracticeScreen from={fakeDesk({ guides: async () => [] })} onLeave={() => undefined} />
    </ErrorScreen>,
  );
  expect(await screen.findByRole('heading', { name: homeTexts.sv.brokenTitle })).toBeVisible();
});

const staysWhenClosed = (): boolean =>
  !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('asks before the tab closes where nothing can be kept', async () => {
  vi.stubGlobal('fetch', async (address: string) =>
    Response.json(address.includes('guide') ? GUIDE : TRAINING),
  );
  render(<PracticeScreen from={null} onLeave={() => undefined} />);
  await screen.findByRole('button', { name: t.put });
  expect(staysWhenClosed()).toBe(true);
});

it('never holds back the reload by which an open vault locks, also when a trainer tries a case', async () => {
  const trainer = fakeDesk({ me: { ...ME, role: 'trainer' }, guides: async () => [GUIDE] });
  const form = formOf(caseOf('Saga'));
  const begun = await beginCase(trainer.journal, form, ME.member, systemRandom);
  if (!begun.ok) throw new Error('not kept');
  go({ name: 'practice', case: draftIdOf(begun.value), play: false });
  render(<PracticeScreen from={trainer} onLeave={() => undefined} />);
  await screen.findByRole('button', { name: t.put });
  expect(staysWhenClosed()).toBe(false);
});

it('does not begin while a real recording goes on, which would hear what is practised', async () => {
  const sound = new SoundDesk();
  const stop = vi.fn<() => Promise<void>>(async () => sound.set(null));
  sound.set({
    recording: StreamId.parse('a'.repeat(32)),
    interview: StreamId.parse('b'.repeat(32)),
    now: () => NOW_RECORDING,
    subscribe: () => () => undefined,
    position: () => 1000,
    level: () => 0,
    forgetTalk: () => undefined,
    stop,
    flush: async () => 1000,
  });
  const recording = fakeDesk({
    guides: async () => [GUIDE],
    sound: { ...pretendSound(), desk: sound },
  });
  render(<PracticeScreen from={recording} onLeave={() => undefined} />);
  expect(await screen.findByRole('heading', { name: t.recordsTitle })).toBeVisible();
  expect(screen.queryByRole('button', { name: t.put })).toBeNull();
  await userEvent.click(await screen.findByRole('button', { name: soundTexts.sv.stop }));
  expect(stop).toHaveBeenCalledOnce();
  expect(await screen.findByRole('button', { name: t.put })).toBeVisible();
});
