import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { newId, type Deps } from '../../../base/deps.ts';
import { DeviceId, StreamId } from '../../../base/ids.ts';
import { err, ok } from '../../../base/result.ts';
import { LANGUAGES } from '../../../i18n/catalogue.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { beginInterview } from '../../../interview/begin.ts';
import { GUIDE } from '../../../interview/fixture.ts';
import { continuedFacts, type HandoverFact } from '../../../interview/model/handover.ts';
import { foldInterview } from '../../../interview/model/state.ts';
import { summarise } from '../../../interview/model/summary.ts';
import { stamp } from '../../../journal/model/event.ts';
import { merge } from '../../../journal/model/merge.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import type { Journal } from '../../../journal/model/port.ts';
import { notingPorts } from '../../../interview/ui/fixture.tsx';
import { LanguageProvider } from '../../../kit/language.tsx';
import { giveAssignment, writeAssignment } from '../../../people/assignments.ts';
import {
  foldAssignment,
  type AssignmentFact,
  type Brief,
} from '../../../people/model/assignment.ts';
import type { Desk } from '../../port.ts';
import { go } from '../../routes.ts';
import { takeHandover } from '../../take-given.ts';
import { DIRECTORY, ME } from '../fixture.ts';
import { NewScreen } from '../NewScreen.tsx';
import { doneAll, rule, signed, TAUGHT, trainee, TRAINER } from './fixture.ts';
import { gateHere } from './gate.ts';

const t = trainingTexts.sv;
const TODAY = '2026-11-22';
const BRIEF: Brief = {
  participant: StreamId.parse('a'.repeat(32)),
  code: 'K-014',
  name: 'Elin Exempel',
  contact: 'Sms',
  contactNote: '',
  language: 'sv',
  interpreter: false,
  protectedData: false,
  wave: 1,
  due: null,
  topics: [],
  relation: 'own',
};
beforeEach(() => {
  stubAssets();
  go({ name: 'home' }, 'replace');
});

const typeAt = async (desk: Desk, today = TODAY) => (await gateHere(desk, today)).type;

describe('the gate before a new interview', () => {
  it('stops a first interview where a trainer can sign, and opens with modules, practice and sign-off', async () => {
    const { desk, journal } = trainee();
    expect(await typeAt(desk)).toBe('stop');
    await doneAll(journal);
    expect(await gateHere(desk, TODAY)).toMatchObject({
      type: 'stop',
      here: { state: { missing: [{ type: 'signoff', why: 'none' }] } },
    });
    await signed(journal);
    expect(await typeAt(desk)).toBe('open');
  });

  it('only reminds where nobody can sign: no trainer, oneself the only one, or no directory yet', async () => {
    const lone = DIRECTORY.members.map((each) =>
      each.member === ME.member ? { ...each, role: 'trainer' as const } : each,
    );
    // The only trainer's tablet is blocked as lost: nothing would reach them.
    const blocked = TAUGHT.members.map((each) =>
      each.member === TRAINER
        ? { ...each, devices: each.devices.map((device) => ({ ...device, revokedAt: 1 })) }
        : each,
    );
    for (const directory of [
      DIRECTORY,
      { ...DIRECTORY, members: lone },
      { ...TAUGHT, members: blocked },
      undefined,
    ]) {
      expect(await typeAt(trainee({ directory: async () => directory }).desk)).toBe('warn');
    }
  });

  it('follows the office’s rule', async () => {
    const { desk, journal } = trainee();
    await rule(journal, 'warning');
    expect(await typeAt(desk)).toBe('warn');
    await rule(journal, 'off');
    expect(await typeAt(desk)).toBe('open');
  });

  it('never stands before practice', async () => {
    expect(await typeAt(trainee({ me: { ...ME, class: 'practice' } }).desk)).toBe('open');
  });

  it('is for the first interview with a version: whoever has held one goes on, and who began one not', async () => {
    const { desk, deps, journal } = trainee();
    const begun = await begin(journal, deps);
    expect(await typeAt(desk)).toBe('stop');
    deps.clock.advance(60_000);
    await end(journal, begun);
    expect(await typeAt(desk)).toBe('open');
    const next = { ...GUIDE, version: '2.0.0' };
    expect(await typeAt({ ...desk, guides: async () => [next] })).toBe('stop');
  });

  it('lets in whoever held an interview that has left the tablet, and nobody else for that', async () => {
    for (const [to, type] of [
      [ME.member, 'open'],
      [TRAINER, 'stop'],
    ] as const) {
      const { desk, deps, journal } = trainee();
      const given = await giveAssignment(
        journal,
        { to, brief: BRIEF, wish: 'none' },
        TRAINER,
        deps,
      );
      if (!given.ok) throw new Error('memory refused to keep');
      expect(await typeAt(desk)).toBe('stop');
      const interview = newId(StreamId, deps.random);
      const now = { type: 'AssignmentBegun', version: 1, data: { interview } } as const;
      await writeAssignment(journal, given.value, now, to);
      expect(await typeAt(desk)).toBe(type);
    }
  });

  it('counts no interview that a colleague began and handed over', async () => {
    const theirs = trainee();
    const interview = await begin(theirs.journal, theirs.deps);
    theirs.deps.clock.advance(3_600_000);
    await end(theirs.journal, interview);
    const copy = (await theirs.journal.open(interview))?.events ?? [];
    const facts = [...(continuedFacts(copy) ?? [])];

    // With its assignment: the talk is not here under the name that the colleague gave it.
    const { desk, deps, journal } = trainee();
    const elsewhere = openMemoryJournal(BY_TRAINER, deps);
    const wanted = { to: TRAINER, brief: BRIEF, wish: 'none' } as const;
    const given = await giveAssignment(elsewhere, wanted, TRAINER, deps);
    if (!given.ok) throw new Error('memory refused to keep');
    const write = (fact: AssignmentFact) => writeAssignment(elsewhere, given.value, fact, TRAINER);
    await write({ type: 'AssignmentBegun', version: 1, data: { interview } });
    await write({
      type: 'AssignmentHandedOver',
      version: 1,
      data: { to: ME.member, why: 'left' },
    });
    const events = (await elsewhere.open(given.value))?.events ?? [];
    await journal.take(given.value, 'assignment', events, foldAssignment(events));
    expect(await typeAt(desk)).toBe('stop');
    // And the half-done interview itself, written anew at one stroke.
    const handed: HandoverFact = {
      type: 'DraftHandedOver',
      version: 1,
      data: { to: ME.member, from: TRAINER, interview, code: 'K-017', keptAt: 1, facts },
    };
    const sent = stamp([handed], newId(StreamId, deps.random), [], BY_TRAINER, deps);
    const now = deps.clock.now();
    const taken = await takeHandover(journal, ME, sent, now, async () => false);
    expect(taken).toEqual(ok('taken'));
    expect(await journal.list('interview')).toHaveLength(1);
    expect(await typeAt(desk)).toBe('stop');
    // The same where there was no assignment.
    const bare = trainee();
    await takeHandover(bare.journal, ME, sent, bare.deps.clock.now(), async () => false);
    expect(await bare.journal.list('interview')).toHaveLength(1);
    expect(await typeAt(bare.desk)).toBe('stop');
  });

  it('reminds whoever interviews already when the sign-off is 24 months old', async () => {
    const { desk, deps, journal } = trainee();
    await doneAll(journal);
    await signed(journal);
    const begun = await begin(journal, deps);
    deps.clock.advance(60_000);
    await end(journal, begun);
    expect(await typeAt(desk)).toBe('open');
    expect(await typeAt(desk, '2099-01-01')).toBe('warn');
  });
});

const BY_TRAINER = { author: TRAINER, device: DeviceId.parse('7'.repeat(32)) };

async function begin(journal: Journal, { clock, random }: Deps): Promise<StreamId> {
  const [track] = GUIDE.tracks;
  if (!track) throw new Error('a guide without tracks');
  const begun = await beginInterview(
    journal,
    { code: 'K-017', track: track.id, interviewer: ME.member, guide: GUIDE },
    { random, now: clock.now() },
  );
  if (!begun.ok) throw new Error('memory refused to keep');
  return begun.value;
}

/** The talk has been held; the memo is not written. */
async function end(journal: Journal, stream: StreamId): Promise<void> {
  const before = (await journal.open(stream))?.events ?? [];
  const ended = { type: 'TalkEnded', version: 1, data: {} };
  const kept = await journal.append(stream, 'interview', [ended], null);
  const state = foldInterview(merge(before, kept.ok ? kept.value.events : []));
  if (!state) throw new Error('no interview');
  await journal.append(stream, 'interview', [], summarise(state, { done: 0, of: 1 }));
}

describe('at the screen', () => {
  const show = (desk: Desk, language: 'sv' | 'en' = 'sv') => {
    const { ports } = notingPorts(desk.journal);
    return render(
      <LanguageProvider initial={language} remember={() => undefined}>
        <NewScreen desk={desk} ports={ports} />
      </LanguageProvider>,
    );
  };

  it('says what is lacking with a way to each, and lets in when the sign-off comes', async () => {
    const deliver = vi.fn<Desk['deliver']>(async () => ({ ok: true, value: 'packed' }));
    const { desk, journal } = trainee({ deliver });
    const user = userEvent.setup();
    show(desk);
    expect(await screen.findByRole('heading', { name: t.gateStop })).toBeVisible();
    expect(screen.queryByLabelText('Deltagarens kod')).not.toBeInTheDocument();
    expect(screen.getByText(/Be Rut Sandell/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.shareDo }));
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: t.shareDo })).not.toBeInTheDocument(),
    );
    expect(deliver).toHaveBeenCalledWith('training', expect.any(String));
    await user.click(screen.getByRole('button', { name: t.openModule(2) }));
    expect(location.pathname).toBe('/training/m2');
    await doneAll(journal);
    await signed(journal);
    expect(await screen.findByLabelText('Deltagarens kod')).toBeVisible();
  });

  it('says so when the sharing could not be kept', async () => {
    const { desk, journal } = trainee();
    const append: Journal['append'] = async () => err({ type: 'storeFailed', name: 'disk' });
    const user = userEvent.setup();
    show({ ...desk, journal: { ...journal, append } });
    await user.click(await screen.findByRole('button', { name: t.shareDo }));
    expect(await screen.findByText(t.notSaved)).toBeVisible();
  });

  it('reminds beside the form, and the form is there at once', async () => {
    const { desk } = trainee({ directory: async () => DIRECTORY });
    const user = userEvent.setup();
    show(desk);
    expect(await screen.findByLabelText('Deltagarens kod')).toBeVisible();
    await user.click(await screen.findByText(t.gateShow));
    expect(screen.getByText(new RegExp(t.noTrainer.slice(0, 30)))).toBeVisible();
  });

  it.each(LANGUAGES)('is readable for all (%s)', async (language) => {
    const stopped = show(trainee().desk, language);
    await screen.findByRole('heading', { name: trainingTexts[language].gateStop });
    expect(await objectionsIn(stopped.container)).toEqual([]);
    stopped.unmount();
    const warned = show(trainee({ directory: async () => DIRECTORY }).desk, language);
    await screen.findByText(trainingTexts[language].gateShow);
    expect(await objectionsIn(warned.container)).toEqual([]);
  });
});
