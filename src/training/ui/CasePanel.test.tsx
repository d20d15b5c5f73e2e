import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { fixedDeps } from '../../base/deps.ts';
import { QuestionId } from '../../base/ids.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { kindTexts } from '../../i18n/training-kinds.ts';
import { sayingTexts } from '../../i18n/training-sayings.ts';
import { practiceTexts } from '../../i18n/training-practice.ts';
import { GUIDE, IDA } from '../../interview/fixture.ts';
import { openMemoryJournal } from '../../journal/memory.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import { caseOf } from '../fixture.ts';
import type { PlayedBy } from '../model/run.ts';
import { PracticeSession } from '../session.ts';
import { CasePanel } from './CasePanel.tsx';

const t = practiceTexts.sv;

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

interface Shown {
  readonly alias?: string;
  readonly by?: PlayedBy;
  readonly language?: Language;
}

async function show(question: string, shown: Shown = {}) {
  const { alias = 'Saga', by = 'tablet', language = 'sv' } = shown;
  const { clock, random } = fixedDeps();
  const deps = {
    clock,
    random,
    later: (run: () => void, ms: number) => {
      const timer = setTimeout(() => {
        clock.advance(ms);
        run();
      }, ms);
      return () => clearTimeout(timer);
    },
  };
  const session = await PracticeSession.begin(
    {
      journal: openMemoryJournal(IDA, deps),
      guide: GUIDE,
      played: caseOf(alias),
      by,
      interviewer: IDA.author,
    },
    deps,
  );
  const view = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <CasePanel session={session} question={QuestionId.parse(question)} />
    </LanguageProvider>,
  );
  const user = userEvent.setup({ advanceTimers: vi.advanceTimersByTime });
  return { session, user, ...view };
}

const said = () => screen.getByRole('log');
const passing = (seconds: number) => act(async () => vi.advanceTimersByTimeAsync(seconds * 1000));

describe('the young person’s side of a question', () => {
  it('answers the guide’s question at one tap, aloud for who can’t see', async () => {
    const { user } = await show('s1q1');
    expect(said()).toBeEmptyDOMElement();
    await user.click(screen.getByRole('button', { name: t.put }));
    expect(await within(said()).findByText(/mest stolt över att ni frågade/)).toBeVisible();
    expect(said()).toHaveAttribute('aria-live', 'polite');
    expect(screen.getByRole('button', { name: t.putAgain })).toBeVisible();
  });

  it('offers every probe of the guide as one tap', async () => {
    const { user, session } = await show('s1q1');
    const probes = within(screen.getByRole('group', { name: t.probes })).getAllByRole('button');
    const [first] = probes;
    if (!first) throw new Error('no probe');
    await user.click(first);
    expect(session.snapshot().run.put.at(-1)).toMatchObject({ how: 'probe', probe: 0 });
    expect(
      await within(said()).findByText(first.textContent ?? '', { exact: false }),
    ).toBeVisible();
  });

  it('hears own words, and says quietly what kind of question they were', async () => {
    const scrolled = vi.fn<Element['scrollIntoView']>();
    Element.prototype.scrollIntoView = scrolled;
    const { user } = await show('s1q4');
    const field = screen.getByRole('textbox', { name: t.own });
    expect(field).toHaveAttribute('autocomplete', 'off');
    await user.type(field, 'Visst var det väl jobbigt, eller hur?');
    await user.click(screen.getByRole('button', { name: t.say }));
    const hint = await screen.findByText(kindTexts.sv.kind_leading);
    expect(hint).toBeVisible();
    // Below the field it would lie behind the bar at the bottom.
    expect(hint.compareDocumentPosition(field)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(field).toHaveValue('');
    expect(scrolled.mock.contexts).toEqual([within(said()).getByText(/Visst/)]);
    expect(within(said()).getByText(/Visst var det väl jobbigt/)).toBeVisible();
  });

  it('shows that it is silent, without counting, and speaks when ten seconds were left to it', async () => {
    const { user } = await show('s3q4');
    await user.click(screen.getByRole('button', { name: t.put }));
    expect(await within(said()).findByText(new RegExp(t.waits))).toBeVisible();
    const before = said().textContent;
    await passing(8);
    expect(said().textContent).toBe(before);
    await passing(3);
    expect(within(said()).queryByText(new RegExp(t.waits))).toBeNull();
    expect(within(said()).getAllByText(/Saga/).length).toBeGreaterThan(0);
  });

  it('waits anew when somebody touches the tablet', async () => {
    const { user, session } = await show('s3q4');
    await user.click(screen.getByRole('button', { name: t.put }));
    await passing(8);
    await user.click(document.body);
    await passing(8);
    expect(session.snapshot().run.given).toEqual([]);
    await passing(3);
    expect(session.snapshot().run.given).toHaveLength(1);
  });

  it('says what the young person asks for, and leaves it to the real buttons', async () => {
    const { user } = await show('s2q2', { alias: 'Amir' });
    await user.click(screen.getByRole('button', { name: t.put }));
    expect(await within(said()).findByText(t.wants_skip('Amir'))).toBeVisible();
    expect(within(said()).queryByRole('button')).toBeNull();
  });

  it('says nothing where a colleague plays', async () => {
    const { user, session } = await show('s1q1', { by: 'person' });
    await user.click(screen.getByRole('button', { name: t.put }));
    await passing(30);
    expect(session.snapshot().run.given).toEqual([]);
    expect(screen.getByText(t.panelPersonHelp)).toBeVisible();
  });

  it('takes a tap for what was said aloud to a colleague, and not where the tablet answers', async () => {
    const { user, session, unmount } = await show('s8q4', { alias: 'Lina', by: 'person' });
    await user.click(screen.getByText(sayingTexts.sv.title));
    await user.click(screen.getByRole('button', { name: sayingTexts.sv.promisesAnonymity }));
    expect(session.snapshot().run.put).toMatchObject([
      { question: 's8q4', how: 'own', text: sayingTexts.sv.promisesAnonymity },
    ]);
    unmount();
    await show('s8q4', { alias: 'Lina' });
    expect(screen.queryByText(sayingTexts.sv.title)).toBeNull();
  });

  it.each(LANGUAGES)('gives axe nothing to object to (%s)', async (language) => {
    const { user, container } = await show('s7q2', { alias: 'Lina', language });
    await user.click(screen.getByRole('button', { name: practiceTexts[language].put }));
    await passing(12);
    vi.useRealTimers();
    expect(await objectionsIn(container)).toEqual([]);
  });
});
