import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { fixedDeps } from '../../../base/deps.ts';
import { DeviceId, MemberId, StreamId } from '../../../base/ids.ts';
import { LANGUAGES, type Language } from '../../../i18n/catalogue.ts';
import { groupTexts } from '../../../i18n/training-groups.ts';
import { materialTexts } from '../../../i18n/training-material.ts';
import { caseCheckTexts } from '../../../i18n/training-case-check.ts';
import { ownCaseTexts } from '../../../i18n/training-own-cases.ts';
import { receivedTexts } from '../../../i18n/training-received.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { signoffTexts } from '../../../i18n/training-signoff.ts';
import { openMemoryJournal } from '../../../journal/memory.ts';
import { LanguageProvider } from '../../../kit/language.tsx';
import { caseOf, PlayedRun } from '../../../training/fixture.ts';
import { listGroups } from '../../../training/groups.ts';
import { keepDebrief } from '../../../training/keeping.ts';
import { debriefOf } from '../../../training/model/debrief.ts';
import { foldSignoff, signoffStreamOf } from '../../../training/model/signoff.ts';
import { trainingStreamOf } from '../../../training/model/progress.ts';
import { noteTraining } from '../../../training/progress-stream.ts';
import { publishedCases } from '../../../training/own-cases.ts';
import { signOff, takeBackSignoff } from '../../../training/signing.ts';
import type { Desk } from '../../port.ts';
import { go, useRoute } from '../../routes.ts';
import { ME } from '../fixture.ts';
import { TrainingScreen } from '../TrainingScreen.tsx';
import { TrainerScreen } from '../TrainerScreen.tsx';
import { doneAll, TAUGHT, TRAINER, trainee } from '../training/fixture.ts';
import { GateWarning } from '../training/Gate.tsx';
import { readTrainingHere } from '../training/training-here.ts';
import { TRAINER_PARTS } from './parts.ts';

const g = groupTexts.sv;
const s = signoffTexts.sv;
const o = trainingTexts.sv;
const TORE = MemberId.parse('5'.repeat(32));
beforeEach(stubAssets);

function teaching(own: Partial<Desk> = {}) {
  const deliver = vi.fn<Desk['deliver']>(async () => ({ ok: true, value: 'packed' }));
  const world = trainee({ me: { ...ME, role: 'trainer' }, deliver, ...own });
  return { ...world, deliver };
}

function At({ world }: { readonly world: ReturnType<typeof trainee> }) {
  const route = useRoute();
  return route.name === 'trainer' ? (
    <TrainerScreen desk={world.desk} deps={world.deps} part={route.part} stream={route.stream} />
  ) : (
    <p>{`at ${route.name}`}</p>
  );
}

function show(
  world: ReturnType<typeof trainee>,
  part: string | null,
  stream: StreamId | null = null,
  language: Language = 'sv',
) {
  go({ name: 'trainer', part, stream });
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <At world={world} />
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), ...view };
}

/** Tore's progress, made on his own tablet and come in. */
async function shared({ journal }: ReturnType<typeof trainee>): Promise<void> {
  const theirs = openMemoryJournal(
    { author: TORE, device: DeviceId.parse('8'.repeat(32)) },
    fixedDeps(),
  );
  await noteTraining(theirs, TORE, {
    type: 'ModuleConfirmed',
    version: 1,
    data: { module: 'm1', how: 'colleague', note: '' },
  });
  await noteTraining(theirs, TORE, { type: 'Shared', version: 1, data: {} });
  const stream = trainingStreamOf(TORE);
  const events = (await theirs.open(stream))?.events ?? [];
  await journal.take(stream, 'training', events, { by: TORE, shared: true });
}

describe('a trainer', () => {
  it('makes a group, puts somebody in it and sees where they are', async () => {
    const world = teaching();
    await shared(world);
    const { user } = show(world, 'groups');
    await user.type(await screen.findByLabelText(g.name), 'Hösten 2026');
    await user.click(screen.getByRole('button', { name: g.add }));
    await screen.findByRole('heading', { level: 1, name: 'Hösten 2026' });
    await user.selectOptions(screen.getByLabelText(g.whom), 'Tore Lindeberg');
    await user.click(screen.getByRole('button', { name: g.addMember }));
    const row = await screen.findByRole('row', { name: /^Tore/ });
    expect(within(row).getAllByText(g.done)).toHaveLength(1);
    expect(within(row).getAllByText(g.notDone)).toHaveLength(7);
    const [group] = await listGroups(world.journal);
    expect(group?.members).toEqual([TORE]);
    expect(world.deliver.mock.calls).toEqual([
      ['group', group?.stream],
      ['group', group?.stream],
    ]);
    await user.click(within(row).getByRole('button', { name: g.toSignOff('Tore Lindeberg') }));
    expect(await screen.findByText(s.leftPractice)).toBeVisible();
    expect(screen.getByText(/^Modul 2:/)).toBeVisible();
    expect(screen.queryByText(/^Modul 1:/)).not.toBeInTheDocument();
  });

  it('signs somebody off for the guide in use, and it goes out to them', async () => {
    const world = teaching();
    const stream = signoffStreamOf(TORE);
    const { user } = show(world, 'signoff', stream);
    await user.click(await screen.findByRole('button', { name: s.sign('Tore Lindeberg') }));
    expect(await screen.findByText(s.done('Tore Lindeberg'))).toBeVisible();
    const state = foldSignoff((await world.journal.open(stream))?.events ?? []);
    const [guide] = await world.desk.guides();
    expect(state?.standing).toMatchObject([
      { by: ME.member, guide: { id: guide?.id, version: guide?.version } },
    ]);
    expect(world.deliver.mock.calls).toEqual([['signoff', stream]]);
  });

  it('cannot sign themselves off', async () => {
    show(teaching(), 'signoff', signoffStreamOf(ME.member));
    expect(await screen.findByText(s.yourself)).toBeVisible();
    expect(screen.queryByRole('button', { name: s.sign(ME.name) })).not.toBeInTheDocument();
  });

  it('reads a debrief that was sent, and not their own', async () => {
    const world = teaching();
    const run = new PlayedRun(caseOf('Saga'));
    run.ask('s1q1');
    const debrief = debriefOf(caseOf('Saga'), run.events());
    if (!debrief) throw new Error('no debrief');
    await keepDebrief(world.journal, ME.member, debrief, world.deps.random);
    const theirs = openMemoryJournal(
      { author: TORE, device: DeviceId.parse('8'.repeat(32)) },
      fixedDeps(1_800_000_100_000),
    );
    const kept = await keepDebrief(theirs, TORE, debrief, {
      bytes: (length) => new Uint8Array(length).fill(9),
    });
    if (!kept.ok) throw new Error('not kept');
    const events = (await theirs.open(kept.value))?.events ?? [];
    await world.journal.take(kept.value, 'debrief', events, { by: TORE });
    const { user } = show(world, 'debriefs');
    const r = receivedTexts.sv;
    const rows = await screen.findAllByRole('button', { name: /Saga/ });
    expect(rows).toHaveLength(1);
    await user.click(screen.getByText(r.row('Saga', 'Tore Lindeberg')));
    expect(await screen.findByText(r.talk)).toBeVisible();
  });

  it('publishes a copy of a case under a name of its own', async () => {
    const world = teaching();
    const c = { ...ownCaseTexts.sv, ...caseCheckTexts.sv };
    const { user } = show(world, 'cases');
    await user.type(await screen.findByLabelText(c.alias), 'Ester');
    await user.selectOptions(screen.getByLabelText(c.from), c.fromCopy('Saga'));
    await user.click(screen.getByRole('button', { name: c.begin }));
    await user.click(await screen.findByRole('button', { name: c.part_publish }));
    await user.click(screen.getByLabelText(c.invented));
    await user.click(screen.getByRole('button', { name: c.publish }));
    expect(await screen.findByText(c.published(1))).toBeVisible();
    expect(await publishedCases(world.journal)).toMatchObject([
      { version: 1, persona: { alias: 'Ester' } },
    ]);
    expect(world.deliver.mock.calls).toEqual([['case', expect.any(String)]]);
    await user.click(screen.getByRole('button', { name: c.preview }));
    expect(await screen.findByText('at practice')).toBeVisible();
    expect(location.pathname).toMatch(/^\/practice\/[0-9a-f]{32}-draft$/);
  });

  it('chooses a paper, and sees the player’s sheet without what is looked for', async () => {
    const m = materialTexts.sv;
    const { user } = show(teaching(), 'material');
    await user.click(await screen.findByLabelText(m.kind_trainer));
    const [point] = caseOf('Saga').checkpoints;
    expect(screen.getAllByText(point?.expect.sv ?? '').length).toBeGreaterThan(0);
    await user.click(screen.getByLabelText(m.kind_player));
    expect(screen.queryByText(point?.expect.sv ?? '')).not.toBeInTheDocument();
    expect(screen.getByRole('heading', { name: m.playerTitle('Saga') })).toBeVisible();
  });
});

it('lets the trainee read what the trainer wrote, and why it was taken back', async () => {
  const world = trainee();
  const stream = signoffStreamOf(ME.member);
  const theirs = openMemoryJournal(
    { author: TRAINER, device: DeviceId.parse('7'.repeat(32)) },
    world.deps,
  );
  const arrives = async () => {
    const events = (await theirs.open(stream))?.events ?? [];
    await world.journal.take(stream, 'signoff', events, { trainee: ME.member, standing: 1 });
  };
  const [guide] = await world.desk.guides();
  if (!guide) throw new Error('no guide');
  await signOff(theirs, TRAINER, { trainee: ME.member, guide, note: 'Fina tystnader.' });
  await arrives();
  const { desk, deps } = world;
  const { unmount } = render(<TrainingScreen desk={desk} deps={deps} part={null} stream={null} />);
  expect(await screen.findByText(o.trainerWrote('Fina tystnader.'))).toBeVisible();
  await takeBackSignoff(theirs, TRAINER, { trainee: ME.member, reason: 'Vi pratar om Lina.' });
  await act(arrives);
  expect(await screen.findByText(o.trainerWrote('Vi pratar om Lina.'))).toBeVisible();
  expect(screen.getByText(o.takenBack)).toBeVisible();
  unmount();
  // Also where nothing stops them: an interview that may begin.
  render(<GateWarning here={await readTrainingHere(desk, '2026-11-23')} />);
  expect(screen.getByText(o.takenBack)).toBeVisible();
  expect(screen.getByText(o.trainerWrote('Vi pratar om Lina.'))).toBeVisible();
});

describe('a supervisor looks', () => {
  const looking = () => teaching({ me: { ...ME, role: 'supervisor' } });

  it('and is told that the groups are the trainers’', async () => {
    show(looking(), 'groups');
    expect(await screen.findByText(g.notSeenHere)).toBeVisible();
    expect(screen.queryByLabelText(g.name)).not.toBeInTheDocument();
  });

  it('and signs nobody off', async () => {
    show(looking(), 'signoff', signoffStreamOf(TRAINER));
    expect(await screen.findByText(s.onlyTrainer)).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /^Ge (nytt )?klartecken/ }),
    ).not.toBeInTheDocument();
  });

  it('and writes no case', async () => {
    show(looking(), 'cases');
    expect(await screen.findByText(ownCaseTexts.sv.onlyTrainers)).toBeVisible();
  });
});

it('counts a sign-off of nobody but a trainer', async () => {
  const world = teaching({ directory: async () => ({ ...TAUGHT }) });
  await doneAll(world.journal);
  const theirs = openMemoryJournal(
    { author: TORE, device: DeviceId.parse('8'.repeat(32)) },
    fixedDeps(),
  );
  const stream = signoffStreamOf(TRAINER);
  const [guide] = await world.desk.guides();
  if (!guide) throw new Error('no guide');
  const data = { trainee: TRAINER, guide: { id: guide.id, version: guide.version }, note: '' };
  await theirs.append(stream, 'signoff', [{ type: 'SignedOff', version: 1, data }], null);
  const events = (await theirs.open(stream))?.events ?? [];
  await world.journal.take(stream, 'signoff', events, { trainee: TRAINER, standing: 1 });
  show(world, 'signoff', stream);
  expect(await screen.findByText(s.state_none)).toBeVisible();
});

describe('every part', () => {
  const parts = [null, ...TRAINER_PARTS.map(({ name }) => name)];
  it.each(LANGUAGES)(
    'has nothing that axe objects to (%s)',
    async (language) => {
      for (const part of parts) {
        const world = teaching();
        const { container, unmount } = show(world, part, null, language);
        await screen.findByRole('heading', { level: 1 });
        await act(async () => undefined);
        expect(await objectionsIn(container), `${part}`).toEqual([]);
        unmount();
      }
    },
    60_000,
  );
});
