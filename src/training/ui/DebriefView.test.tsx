import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { debriefTexts } from '../../i18n/training-debrief.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import { caseOf, PlayedRun } from '../fixture.ts';
import { opens, play, SAGA } from '../fixture-runs.ts';
import { debriefOf, type Debrief } from '../model/debrief.ts';
import { DebriefView } from './DebriefView.tsx';

const t = debriefTexts.sv;

function debriefed(alias: string, run: PlayedRun): Debrief {
  const debrief = debriefOf(caseOf(alias), run.events());
  if (!debrief) throw new Error('no run');
  return debrief;
}

const saga = debriefed('Saga', play('Saga', SAGA));

function show(debrief: Debrief, language: Language = 'sv', guide: typeof GUIDE | null = GUIDE) {
  const onReflect = vi.fn<(question: 0 | 1 | 2, text: string) => void>();
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <main>
        <h1>Genomgång</h1>
        <DebriefView debrief={debrief} guide={guide} onReflect={onReflect} />
      </main>
    </LanguageProvider>,
  );
  return { onReflect, user: userEvent.setup(), ...view };
}

it('says of each checkpoint what came of it, in words and with its motive', () => {
  const nothing = new PlayedRun(caseOf('Lina'));
  nothing.ask('s4q5');
  nothing.ask('s5q1');
  nothing.ask('s5q2');
  nothing.ask('s5q3');
  nothing.fact({ type: 'RunEnded', version: 1, data: {} });
  const debrief = debriefed('Lina', nothing);
  show(debrief);
  const rows = debrief.checkpoints.map(({ expect: words, result }) => {
    const row = screen.getByText(words.sv, { exact: false }).closest('li');
    if (!row) throw new Error('no row');
    expect(within(row).getByText(t[`result_${result}`], { exact: false })).toBeVisible();
    return result;
  });
  expect(new Set(rows)).toContain('missed');
  expect(new Set(rows)).toContain('notMet');
  expect(screen.getByText(t.checkpointsOf(debrief.reached, debrief.of))).toBeVisible();
});

it('shows the course as a picture with a name, and the same in words', async () => {
  const run = new PlayedRun(caseOf('Saga'));
  run.ask('s3q6');
  run.say('s3q6', 'Visst var det jobbigt, eller hur?');
  opens(run, 'distress', 's3q6');
  const { user } = show(debriefed('Saga', run));
  expect(screen.getByRole('img', { name: /Bild av samtalets gång/ })).toBeVisible();
  await user.click(screen.getByText(t.courseList));
  const kind = kindTexts.sv.kind_leading.toLowerCase();
  expect(screen.getByText(new RegExp(t.said_own(kind)))).toBeVisible();
  const card = GUIDE.situations.find(({ id }) => id === 'distress')?.title.sv ?? '';
  expect(screen.getByText(new RegExp(t.mark_cardOpened(card)))).toBeVisible();
});

it('keeps what is written to the three questions when a field is left', async () => {
  const { user, onReflect } = show(saga);
  const field = screen.getByRole('textbox', { name: saga.reflect[1].sv });
  await user.type(field, ' Jag väntade ');
  await user.tab();
  expect(onReflect).toHaveBeenCalledWith(1, 'Jag väntade');
});

it('is only read where somebody was sent it, with ids where the guide is not here', () => {
  const sent: Debrief = { ...saga, reflections: ['Mycket att tänka på', '', ''] };
  render(<DebriefView debrief={sent} guide={null} />);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.getByText('Mycket att tänka på')).toBeVisible();
});

it.each(LANGUAGES)('gives axe nothing to object to (%s)', async (language) => {
  const { container } = show(saga, language);
  expect(await objectionsIn(container)).toEqual([]);
});
