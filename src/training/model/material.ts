import type { Guide, GuideRef, LocalText } from '../../guide/model/guide.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { cueTexts } from '../../i18n/training-case.ts';
import { materialTexts } from '../../i18n/training-material.ts';
import { broughtBy } from './brought-by.ts';
import type { CaseAnswer, PracticeCase } from './case.ts';
import type { CoursePlan } from './course-plan.ts';
import type { Handbook } from './handbook.ts';
import type { Training } from './training.ts';

/** One paragraph of a paper; screen, print and PDF all show these. */
export interface MaterialBlock {
  readonly kind: 'title' | 'heading' | 'question' | 'text' | 'hint' | 'page';
  readonly text: string;
}

type Say = (text: LocalText) => string;
const inWords =
  (language: Language): Say =>
  (text) =>
    text[language] ?? text.sv;
const block = (kind: MaterialBlock['kind'], text: string): MaterialBlock => ({ kind, text });
/** Which guide a paper was made from: a sheet in a drawer outlives a version. */
const made = (guide: GuideRef, language: Language): MaterialBlock =>
  block('hint', materialTexts[language].version(guide.id, guide.version));

/** All modules with goal, activity and check, and the rule for who is ready. */
export function modulesPaper(
  training: Pick<Training, 'guide' | 'modules' | 'readiness'>,
  language: Language,
): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const say = inWords(language);
  const titles = new Map(
    training.modules.map(({ id, order, title }) => [id, `${order}. ${say(title)}`]),
  );
  return [
    block('title', t.modulesTitle),
    made(training.guide, language),
    ...[...training.modules]
      .sort((a, b) => a.order - b.order)
      .flatMap((module) => [
        block('heading', `${module.order}. ${say(module.title)}`),
        block('hint', t.minutes(module.minutes)),
        block('text', `${t.goal}: ${say(module.goal)}`),
        block('text', `${t.activity}: ${say(module.activity)}`),
        block('text', `${t.check}: ${say(module.check)}`),
        ...(module.requires.length === 0
          ? []
          : [
              block(
                'hint',
                `${t.requires}: ${module.requires.map((id) => titles.get(id) ?? id).join('; ')}`,
              ),
            ]),
      ]),
    block('heading', t.readiness),
    block('text', say(training.readiness.rule)),
  ];
}

/** The two days, hour by hour. */
export function planPaper(
  plan: CoursePlan,
  modules: Training['modules'],
  language: Language,
): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const say = inWords(language);
  return [
    block('title', say(plan.title)),
    block('hint', t.planVersion(plan.version)),
    block('text', say(plan.intro)),
    block('heading', t.before),
    ...plan.before.map((each) => block('text', say(each))),
    ...plan.days.flatMap(({ title, items }) => [
      block('heading', say(title)),
      ...items.flatMap((item) => {
        const order = modules.find(({ id }) => id === item.module)?.order;
        return [
          block('question', t.hour(item.from, item.to, say(item.title))),
          block('text', say(item.how)),
          ...(order === undefined ? [] : [block('hint', t.ofModule(order))]),
        ];
      }),
    ]),
    block('heading', t.after),
    ...plan.after.map((each) => block('text', say(each))),
  ];
}

/** A trainer's sheet: who it is, what is to be seen and why, and all that the person says. */
export function trainerPaper(
  played: PracticeCase,
  guide: Guide,
  language: Language,
): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const say = inWords(language);
  const { persona, setup } = played;
  const track = guide.tracks.find(({ id }) => id === setup.track);
  const questions = guide.sections.flatMap((section) => section.questions);
  const asked = new Map(questions.map((question) => [question.id, say(question.text)]));
  return [
    block('title', t.facitTitle(persona.alias)),
    block('hint', t.practice),
    block('hint', t.caseVersion(played.version)),
    made(guide, language),
    block('question', t.person(persona.alias, persona.age)),
    block('text', say(persona.summary)),
    block('heading', t.goals),
    ...played.learningGoals.map((goal) => block('text', say(goal))),
    block('heading', t.setup),
    ...(track ? [block('text', t.track(say(track.name)))] : []),
    block('text', setup.ownWorker ? t.ownWorker : t.notOwnWorker),
    block('text', setup.audio ? t.audio : t.noAudio),
    block('heading', t.checkpoints),
    ...played.checkpoints.flatMap(({ at, expect, motive }) => [
      block('question', at === 'after' ? t.afterTalk : (asked.get(at) ?? at)),
      block('text', say(expect)),
      ...(motive ? [block('hint', t.why(say(motive)))] : []),
    ]),
    block('heading', t.answers),
    ...questions.flatMap((question) => {
      const answer = played.answers[question.id];
      return answer
        ? [
            block('question', say(question.text)),
            ...answerBlocks(answer, question.probes, language),
          ]
        : [];
    }),
    block('heading', t.reflect),
    ...played.reflect.map((each) => block('text', say(each))),
  ];
}

function answerBlocks(
  answer: CaseAnswer,
  probes: readonly LocalText[],
  language: Language,
): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const say = inWords(language);
  const cues = cueTexts[language];
  const { afterSilence, wants, ifAsked = [], ifSilent } = answer;
  return [
    block('text', say(answer.say)),
    ...(answer.behaviour ? [block('hint', cues[`cue_${answer.behaviour}`])] : []),
    ...(afterSilence === undefined ? [] : [block('hint', t.silence(afterSilence))]),
    ...(wants === undefined ? [] : [block('hint', t[`wants_${wants}`])]),
    ...probes.flatMap((probe, i) => {
      const reply = answer.probes?.[`${i}`];
      return reply ? [block('text', t.probe(say(probe), say(reply.say)))] : [];
    }),
    ...ifAsked.map(({ about, say: said }) => {
      const what = broughtBy(about, language);
      return block('text', what === '' ? t.ifAsked(say(said)) : t.ifAskedAbout(what, say(said)));
    }),
    ...(ifSilent ? [block('text', t.ifSilent(say(ifSilent.say)))] : []),
  ];
}

/** What the base document holds, chapter by chapter; the document itself is read and printed in the handbook. */
export function handbookPaper(handbook: Handbook, language: Language): readonly MaterialBlock[] {
  const t = materialTexts[language];
  const say = inWords(language);
  return [
    block('title', t.handbookTitle),
    block('hint', t.handbookVersion(handbook.version)),
    ...handbook.chapters.flatMap(({ title, about, sections }) => [
      block('heading', say(title)),
      block('text', say(about)),
      ...sections.map((section) => block('text', `• ${say(section.title)}`)),
    ]),
    block('hint', say(handbook.lawNote)),
  ];
}
