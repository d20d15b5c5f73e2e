import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { objectionsIn } from '../../../tests/setup/axe.ts';
import { MemberId, TrackId } from '../../base/ids.ts';
import { LANGUAGES, type Language } from '../../i18n/catalogue.ts';
import { caseCheckTexts } from '../../i18n/training-case-check.ts';
import { checkpointTexts } from '../../i18n/training-checkpoints.ts';
import { ownCaseTexts } from '../../i18n/training-own-cases.ts';
import { GUIDE } from '../../interview/fixture.ts';
import { LanguageProvider } from '../../kit/language.tsx';
import template from '../data/case-template.json' with { type: 'json' };
import { caseOf, TRAINING } from '../fixture.ts';
import { beginForm, CaseTemplate, formOf } from '../model/case-edited.ts';
import { caseFile } from '../model/case-file.ts';
import type { CaseForm } from '../model/case-form.ts';
import type { CasePart, OpenCase } from '../own-cases.ts';
import { CaseEditor } from './CaseEditor.tsx';
import { OwnCaseList, type NewCase } from './OwnCaseList.tsx';

const t = { ...ownCaseTexts.sv, ...checkpointTexts.sv, ...caseCheckTexts.sv };
const EMPTY = beginForm('Ester', TrackId.parse('core'), CaseTemplate.parse(template));
const saga = caseOf('Saga');

const openedWith = (form: CaseForm, own: Partial<OpenCase['own']> = {}): OpenCase => ({
  form,
  isChanged: true,
  own: { by: MemberId.parse('1'.repeat(32)), draft: form, published: null, version: 0, ...own },
});

function edit(opened: OpenCase, language: Language = 'sv') {
  const onDraft = vi.fn<(part: CasePart) => Promise<boolean>>(async () => true);
  const publish = vi.fn<(form: CaseForm) => Promise<number>>(async () => 1);
  const withdraw = vi.fn<() => Promise<boolean>>(async () => true);
  const preview = vi.fn<() => void>();
  const erase = vi.fn<() => Promise<boolean>>(async () => true);
  const { container } = render(
    <LanguageProvider initial={language} remember={() => undefined}>
      <CaseEditor
        opened={opened}
        guide={GUIDE}
        onDraft={onDraft}
        ports={{ publish, withdraw, erase, preview }}
      />
    </LanguageProvider>,
  );
  return { container, onDraft, publish, preview, withdraw, erase, user: userEvent.setup() };
}

const part = (name: keyof typeof t & `part_${string}`) =>
  within(screen.getByRole('navigation')).getByRole('button', { name: t[name] });

describe('writing a case', () => {
  it('keeps each part as a draft of its own as it is typed', async () => {
    const { onDraft, user } = edit(openedWith(EMPTY));
    fireEvent.change(screen.getByLabelText(t.age), { target: { value: '19' } });
    expect(onDraft).toHaveBeenLastCalledWith({
      place: 'about',
      value: { ...EMPTY.about, age: '19' },
    });
    await user.click(part('part_answers'));
    const [question] = GUIDE.sections[1]?.questions ?? [];
    if (!question) throw new Error('no question');
    await user.click(
      screen.getByRole('button', { name: new RegExp(question.text.sv.slice(0, 20)) }),
    );
    fireEvent.change(screen.getByLabelText(t.say), { target: { value: 'Jag var nio.' } });
    expect(onDraft).toHaveBeenLastCalledWith({
      place: `answers/${question.id}`,
      value: expect.objectContaining({
        reply: { say: { sv: 'Jag var nio.', en: '' }, behaviour: null, seconds: null, wants: null },
      }),
    });
    await user.click(part('part_about'));
    expect(screen.getByLabelText(t.age)).toHaveValue('19');
  });

  it('shows the English of a case that has some, and folds it away when that is not ticked', async () => {
    const { user } = edit(openedWith(formOf(saga)));
    const english = t.inEnglish(t.summary);
    expect(screen.getByLabelText(t.english)).toBeChecked();
    expect(screen.getByLabelText(english)).toHaveValue(saga.persona.summary.en);
    await user.click(screen.getByLabelText(t.english));
    expect(screen.queryByLabelText(english)).not.toBeInTheDocument();
    expect(screen.getByText(t.englishHidden)).toBeVisible();
  });

  it('shows no English in a new case, though what it begins with has some', async () => {
    const { user } = edit(openedWith(EMPTY));
    for (const each of ['part_about', 'part_voice'] as const) {
      await user.click(part(each));
      expect(screen.getByLabelText(t.english)).not.toBeChecked();
      expect(screen.queryByText(t.englishHidden)).not.toBeInTheDocument();
      expect(document.querySelector('[lang="en"]')).toBeNull();
    }
  });

  it('says when it cannot be kept', async () => {
    const { onDraft } = edit(openedWith(EMPTY));
    onDraft.mockResolvedValue(false);
    fireEvent.change(screen.getByLabelText(t.age), { target: { value: '19' } });
    expect(await screen.findByText(t.draftNotKept)).toBeVisible();
  });

  it('says so until the part that could not be kept is kept, whatever else is', async () => {
    const { onDraft, user } = edit(openedWith(EMPTY));
    onDraft.mockResolvedValueOnce(false);
    fireEvent.change(screen.getByLabelText(t.age), { target: { value: '1' } });
    expect(await screen.findByText(t.draftNotKept)).toBeVisible();
    await user.click(part('part_answers'));
    const question = GUIDE.sections[1]?.questions[0]?.text.sv ?? '';
    await user.click(screen.getByRole('button', { name: new RegExp(question.slice(0, 20)) }));
    fireEvent.change(screen.getByLabelText(t.say), { target: { value: 'Jag var nio.' } });
    await user.click(part('part_about'));
    expect(onDraft).toHaveBeenCalledTimes(2);
    expect(screen.getByText(t.draftNotKept)).toBeVisible();
    fireEvent.change(screen.getByLabelText(t.age), { target: { value: '19' } });
    await waitFor(() => expect(screen.queryByText(t.draftNotKept)).not.toBeInTheDocument());
  });

  it('names what is to be mended and leads there', async () => {
    const { answers, ...rest } = formOf(saga);
    const { s4q1: _gone, ...others } = answers;
    const { user } = edit(openedWith({ ...rest, answers: others }));
    await user.click(part('part_publish'));
    const asked = GUIDE.sections.flatMap(({ questions }) => questions);
    const text = asked.find(({ id }) => id === 's4q1')?.text.sv ?? '';
    const what = t.placed(text, t.problem_unanswered);
    expect(screen.getByText(what)).toBeVisible();
    expect(screen.queryByLabelText(t.invented)).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t.goToWhat(what) }));
    expect(screen.getByRole('heading', { name: t.part_answers })).toBeVisible();
    const question = screen.getByRole('button', { name: new RegExp(text.slice(0, 20)) });
    expect(question).toHaveFocus();
    expect(question).toHaveAttribute('aria-expanded', 'true');
  });

  it('publishes only what is confirmed to be invented', async () => {
    const { publish, user } = edit(openedWith(formOf(saga)));
    await user.click(part('part_publish'));
    expect(screen.getByText(t.nothingToMend)).toBeVisible();
    await user.click(screen.getByRole('button', { name: t.publish }));
    expect(publish).not.toHaveBeenCalled();
    expect(screen.getByText(t.inventedMissing)).toBeVisible();
    await user.click(screen.getByLabelText(t.invented));
    await user.click(screen.getByRole('button', { name: t.publish }));
    expect(publish.mock.calls).toEqual([[formOf(saga)]]);
    expect(await screen.findByText(t.published(1))).toBeVisible();
  });

  it('can be tried as it stands', async () => {
    const { preview, user } = edit(openedWith(formOf(saga)));
    await user.click(part('part_publish'));
    await user.click(screen.getByRole('button', { name: t.preview }));
    await vi.waitFor(() => expect(preview).toHaveBeenCalledOnce());
  });

  it('refuses what looks like somebody real', async () => {
    const form = formOf(saga);
    const summary = { sv: 'Ring henne på 070-123 45 67.', en: '' };
    const { user } = edit(openedWith({ ...form, about: { ...form.about, summary } }));
    await user.click(part('part_publish'));
    expect(screen.getByText(new RegExp(t.problem_contact))).toBeVisible();
    expect(screen.queryByRole('button', { name: t.publish })).not.toBeInTheDocument();
  });

  it('erases only a case that nobody else has, and asks first', async () => {
    const { erase, user } = edit(openedWith(EMPTY));
    await user.click(part('part_publish'));
    await user.click(screen.getByRole('button', { name: t.erase }));
    await user.click(screen.getByRole('button', { name: t.eraseYes }));
    expect(erase).toHaveBeenCalledOnce();
  });

  it('takes a published case out of the list', async () => {
    const published = { case: saga, version: 2 };
    const { withdraw, user } = edit(openedWith(formOf(saga), { published, version: 2 }));
    await user.click(part('part_publish'));
    expect(screen.queryByRole('button', { name: t.erase })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: t.withdraw }));
    expect(withdraw).toHaveBeenCalledOnce();
  });

  it('offers a checkpoint only what belongs to its place', async () => {
    const { onDraft, user } = edit(openedWith(EMPTY));
    await user.click(part('part_checkpoints'));
    await user.click(screen.getByRole('button', { name: t.addCheckpoint }));
    await user.selectOptions(screen.getByLabelText(t.kind), t.kind_cardOpened);
    await user.selectOptions(screen.getByLabelText(t.card), 'childAtRisk');
    await user.selectOptions(screen.getByLabelText(t.within), t.sameQuestion);
    expect(onDraft).toHaveBeenLastCalledWith({
      place: 'checkpoints',
      value: [
        expect.objectContaining({
          id: 'c1',
          kind: 'cardOpened',
          params: expect.objectContaining({ card: 'childAtRisk', questions: 0 }),
        }),
      ],
    });
    await user.selectOptions(screen.getByLabelText(t.at), t.afterTalk);
    expect(screen.getByLabelText(t.kind)).toHaveValue('memoWritten');
    expect(screen.queryByLabelText(t.card)).not.toBeInTheDocument();
  });
});

describe('the screens of a case', () => {
  it.each(LANGUAGES)(
    'have nothing that axe objects to (%s)',
    async (language) => {
      const texts = ownCaseTexts[language];
      const { container, user } = edit(openedWith(formOf(saga)), language);
      const nav = within(screen.getByRole('navigation'));
      for (const name of ['about', 'answers', 'checkpoints', 'voice', 'publish'] as const) {
        await user.click(nav.getByRole('button', { name: texts[`part_${name}`] }));
        if (name === 'answers') {
          const [first] = GUIDE.sections[3]?.questions ?? [];
          const words = first?.text[language] ?? first?.text.sv ?? '';
          await user.click(screen.getByRole('button', { name: new RegExp(words.slice(0, 15)) }));
        }
        expect(await objectionsIn(container), name).toEqual([]);
      }
    },
    60_000,
  );
});

describe('the list of cases', () => {
  function list(language: Language = 'sv') {
    const onNew = vi.fn<(begun: NewCase) => Promise<boolean>>(async () => true);
    const onFile = vi.fn<(form: CaseForm) => Promise<boolean>>(async () => true);
    const { container } = render(
      <LanguageProvider initial={language} remember={() => undefined}>
        <OwnCaseList
          cases={[]}
          models={TRAINING.cases}
          guide={GUIDE}
          onOpen={() => undefined}
          onNew={onNew}
          onFile={onFile}
        />
      </LanguageProvider>,
    );
    return { container, onNew, onFile, user: userEvent.setup() };
  }

  it('begins a case empty or as a copy, with a name', async () => {
    const { onNew, user } = list();
    await user.click(screen.getByRole('button', { name: t.begin }));
    expect(screen.getByText(t.aliasMissing)).toBeVisible();
    await user.type(screen.getByLabelText(t.alias), 'Ester');
    await user.selectOptions(screen.getByLabelText(t.from), t.fromCopy('Saga'));
    await user.click(screen.getByRole('button', { name: t.begin }));
    expect(onNew.mock.calls).toEqual([[{ alias: 'Ester', from: saga }]]);
  });

  it('reads a case from a file, and says why another is refused', async () => {
    const { onFile, user } = list();
    const input = screen.getByLabelText(t.file, { selector: 'input' });
    await user.upload(input, new File(['{"kind"'], 'a.json', { type: 'application/json' }));
    expect(await screen.findByText(t.file_notJson)).toBeVisible();
    const wrong = JSON.stringify({ ...saga, persona: {} });
    await user.upload(input, new File([wrong], 'a.json', { type: 'application/json' }));
    expect(await screen.findByText(t.file_wrong(t.part_about))).toBeVisible();
    expect(onFile).not.toHaveBeenCalled();
    await user.upload(input, new File([caseFile(saga)], 'a.json', { type: 'application/json' }));
    expect(onFile.mock.calls).toEqual([[formOf(saga)]]);
  });

  it.each(LANGUAGES)('has nothing that axe objects to (%s)', async (language) => {
    const { container } = list(language);
    expect(await objectionsIn(container)).toEqual([]);
  });
});
