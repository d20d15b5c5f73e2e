import type { Guide } from '../../guide/model/guide.ts';
import { CaseId, type PracticeCase } from './case.ts';
import {
  isEmpty,
  NO_REPLY,
  type CaseForm,
  type TypedReply,
  type TypedText,
  type VoiceName,
} from './case-form.ts';
import { lintCase } from './case-lint.ts';
import { isAge, makeCase, type CasePlace, type Lack } from './case-made.ts';
import type { CaseProblem } from './case-problem.ts';

/** One thing to mend before a case can be published, and where; the sentences are in i18n/training-own-cases.ts. */
export type ToMend =
  | { readonly place: CasePlace; readonly lack: Lack['type'] }
  | {
      readonly place: CasePlace;
      readonly problem: CaseProblem['what'];
      readonly found: string | null;
    };

/**
 * What stands in the form as it would be published, and all that is to be mended first: what is lacking and what is
 * wrong with the rest, in one list, so that nobody mends one half to be shown the other.
 */
export function checkCase(
  form: CaseForm,
  guide: Guide,
): { readonly made: PracticeCase | null; readonly toMend: readonly ToMend[] } {
  // Its own id is random, and is nobody's telephone number.
  const own = { id: CaseId.parse('own'), version: 1 };
  const made = makeCase(form, own);
  const lacks = made.ok ? [] : made.error;
  const whole = made.ok ? made : makeCase(withoutLacks(form), own);
  const problems = whole.ok ? lintCase(whole.value, guide) : [];
  return {
    made: made.ok ? made.value : null,
    toMend: [
      ...lacks.map(({ place, type }): ToMend => ({ place, lack: type })),
      ...problems.map(({ what, place, found }): ToMend => {
        return { place: placeOfProblem(place, form, guide), problem: what, found };
      }),
    ],
  };
}

/** The form with something in every place that must not be empty, so that the rest of it can be looked at. */
function withoutLacks(form: CaseForm): CaseForm {
  const { about, answers, checkpoints, voice } = form;
  const [first, second, third] = about.reflect;
  const reply = (each: TypedReply): TypedReply => ({ ...each, say: inSwedish(each.say) });
  return {
    about: {
      ...about,
      alias: about.alias.trim() === '' ? 'Namn' : about.alias,
      age: isAge(about.age) ? about.age : '18',
      summary: filled(about.summary),
      goals: [...about.goals.map(inSwedish), FILLED],
      reflect: [filled(first), filled(second), filled(third)],
    },
    answers: Object.fromEntries(
      Object.entries(answers).map(([question, answer]) => [
        question,
        {
          ...answer,
          reply: reply(answer.reply),
          probes: answer.probes.map(reply),
          asked: answer.asked.map((each) => ({ ...each, reply: reply(each.reply) })),
          silent: reply(answer.silent),
        },
      ]),
    ),
    checkpoints: checkpoints.map((each) => ({ ...each, expect: filled(each.expect) })),
    voice: withVoice((name) => {
      const lines = voice[name].map(reply);
      return lines.some(({ say }) => !isEmpty(say)) ? lines : [{ ...NO_REPLY, say: FILLED }];
    }),
  };
}

const FILLED: TypedText = { sv: '–', en: '' };
const inSwedish = (text: TypedText): TypedText =>
  text.sv.trim() === '' ? { ...text, sv: text.en } : text;
const filled = (text: TypedText): TypedText => (isEmpty(text) ? FILLED : inSwedish(text));

function withVoice(lines: (name: VoiceName) => TypedReply[]): CaseForm['voice'] {
  return {
    open: lines('open'),
    cued: lines('cued'),
    focused: lines('focused'),
    option: lines('option'),
    leading: lines('leading'),
    several: lines('several'),
    probe: lines('probe'),
    again: lines('again'),
    heard: lines('heard'),
    refused: lines('refused'),
  };
}

/** The part of the form for what the check names: a question, a checkpoint or a part of the case. */
function placeOfProblem(
  place: string,
  made: Pick<CaseForm, 'answers' | 'checkpoints'>,
  guide: Guide,
): CasePlace {
  const asked = guide.sections.some(({ questions }) => questions.some(({ id }) => id === place));
  if (asked || place in made.answers) return `answers/${place}`;
  if (place === 'voice') return 'voice';
  const isCheckpoint = made.checkpoints.some(({ id }) => id === place);
  return isCheckpoint || place === 'checkpoints' ? 'checkpoints' : 'about';
}
