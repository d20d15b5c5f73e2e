import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stubAssets } from '../../../../tests/setup/assets.ts';
import { objectionsIn } from '../../../../tests/setup/axe.ts';
import { LANGUAGES, type Language } from '../../../i18n/catalogue.ts';
import { smallTestTexts } from '../../../i18n/training-small-test.ts';
import { surveyTexts } from '../../../i18n/training-survey.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { LanguageProvider } from '../../../kit/language.tsx';
import { readProgress } from '../../../training/progress-stream.ts';
import type { Desk } from '../../port.ts';
import { ME } from '../fixture.ts';
import { TrainingScreen } from '../TrainingScreen.tsx';
import { doneAll, signed, trainee } from './fixture.ts';

const t = trainingTexts.sv;
beforeEach(stubAssets);

function show(world: ReturnType<typeof trainee>, part: string | null, language: Language = 'sv') {
  const { desk, deps } = world;
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <TrainingScreen desk={desk} deps={deps} part={part} stream={null} />
    </LanguageProvider>,
  );
  return { user: userEvent.setup(), ...view };
}

describe('the overview', () => {
  it('shows eight modules and, from what was done, which are done', async () => {
    const world = trainee();
    await doneAll(world.journal);
    show(world, null);
    expect(await screen.findByText(t.modulesDone(6, 8))).toBeVisible();
    const modules = within(screen.getByRole('region', { name: t.modules }));
    const links = modules.getAllByRole('link');
    expect(links).toHaveLength(8);
    expect(links.filter((link) => link.textContent.includes(t.done))).toHaveLength(6);
    expect(screen.getByText(t.missing_signoff_none)).toBeVisible();
  });

  it('says so when one is ready, and until when', async () => {
    const world = trainee();
    await doneAll(world.journal);
    await signed(world.journal);
    show(world, null);
    expect(await screen.findByText(t.readyYes)).toBeVisible();
    expect(screen.getByText(/Klartecknet gäller/)).toBeVisible();
  });

  it('shows nothing to the trainers until one says so', async () => {
    const deliver = vi.fn<Desk['deliver']>(async () => ({ ok: true, value: 'packed' }));
    const world = trainee({ deliver });
    await doneAll(world.journal);
    const { user } = show(world, null);
    const share = await screen.findByRole('button', { name: t.shareDo });
    expect(deliver).not.toHaveBeenCalled();
    await user.click(share);
    expect(await screen.findByText(t.shared)).toBeVisible();
    expect(deliver).toHaveBeenCalledExactlyOnceWith('training', expect.any(String));
    expect((await readProgress(world.journal, ME.member))?.shared).toBe(true);
  });

  it('leads a trainer to the trainer’s page, and nobody else', async () => {
    const teacher = trainee({ me: { ...ME, role: 'trainer' } });
    const { unmount } = show(teacher, null);
    expect(await screen.findByRole('button', { name: t.trainerView })).toBeVisible();
    unmount();
    show(trainee(), null);
    await screen.findByText(t.modulesDone(0, 8));
    expect(screen.queryByRole('button', { name: t.trainerView })).not.toBeInTheDocument();
  });
});

describe('a module', () => {
  it('takes one’s word for what no program can check, with whom and when', async () => {
    const world = trainee();
    const { user } = show(world, 'm1');
    await user.click(await screen.findByRole('button', { name: t.confirm }));
    expect(screen.getByText(t.confirmMissing)).toBeVisible();
    await user.type(screen.getByLabelText(t.with), 'TL');
    await user.click(screen.getByRole('button', { name: t.confirm }));
    expect(await screen.findByText(/Sagt av dig: TL, \d{4}-\d{2}-\d{2}/)).toBeVisible();
    expect((await readProgress(world.journal, ME.member))?.confirmed).toMatchObject([
      { module: 'm1', how: 'colleague' },
    ]);
  });

  it('says what it needs first, and what is lacking of the cases by name', async () => {
    show(trainee(), 'm6');
    expect(await screen.findByText(/Gör gärna först: 2\./)).toBeVisible();
    expect(screen.getByText(t.step_case('Saga'))).toBeVisible();
    expect(screen.getByText(t.step_caseAll('Lina'))).toBeVisible();
    expect(screen.getAllByText(t.stepLeft)).toHaveLength(3);
  });

  it('notes an exercise at once and keeps the words of none', async () => {
    const world = trainee();
    const s = smallTestTexts.sv;
    const { user } = show(world, 'm8');
    const check = await screen.findByRole('button', { name: s.check });
    await user.type(screen.getByLabelText(s.goal), 'Alla vet vem de kan ringa');
    await user.click(check);
    expect(await screen.findByText(t.exerciseDone(1, 4))).toBeVisible();
    await user.type(screen.getByLabelText(s.measure), 'Antal barn med kortet');
    await user.type(screen.getByLabelText(s.date), '2099-01-01');
    await user.type(screen.getByLabelText(s.owner), 'MA');
    await user.click(check);
    expect(await screen.findByText(s.whole)).toBeVisible();
    expect(await screen.findByText(t.exerciseBest(4, 4))).toBeVisible();
    const kept = JSON.stringify(await readProgress(world.journal, ME.member));
    expect(kept).not.toContain('ringa');
  });

  it('that the data does not have is no screen of an error', async () => {
    show(trainee(), 'm99');
    expect(await screen.findByText(t.notFound)).toBeVisible();
  });
});

it('the survey stays on the device', async () => {
  const deliver = vi.fn<Desk['deliver']>(async () => ({ ok: true, value: 'packed' }));
  const world = trainee({ deliver });
  const { user } = show(world, 'survey');
  const s = surveyTexts.sv;
  await screen.findByRole('button', { name: s.save });
  for (const group of screen.getAllByRole('group', { name: /Påstående/ })) {
    await user.click(within(group).getByRole('radio', { name: '4' }));
  }
  await user.click(screen.getByRole('button', { name: s.save }));
  expect(await screen.findByRole('button', { name: s.change })).toBeVisible();
  expect(await world.journal.list('survey')).toHaveLength(1);
  expect(deliver).not.toHaveBeenCalled();
});

it('the handbook ends with the motives of the guide in use', async () => {
  const { user } = show(trainee(), 'handbook');
  await user.type(await screen.findByRole('searchbox'), 'paus');
  expect((await screen.findAllByRole('link')).length).toBeGreaterThan(2);
});

describe.each(LANGUAGES)('is readable for all (%s):', (language) => {
  it.each([null, 'm1', 'm2', 'm5', 'm6', 'm8', 'survey', 'handbook'])('%s', async (part) => {
    const { container } = show(trainee(), part, language);
    await screen.findAllByRole(part === null ? 'region' : 'button');
    await vi.waitFor(() =>
      expect(
        container.querySelectorAll('h2').length + container.querySelectorAll('form').length,
      ).toBeGreaterThan(0),
    );
    expect(await objectionsIn(container)).toEqual([]);
  });
});
