import { err, ok, type Result } from '../../base/result.ts';
import type { LocalText } from '../../guide/model/guide.ts';
import type { CaseId, Checkpoint, ConditionalReply, Reply } from './case.ts';
import { PracticeCase } from './case.ts';
import {
  isEmpty,
  VOICES,
  type CaseForm,
  type TypedAnswer,
  type TypedAsked,
  type TypedCheckpoint,
  type TypedReply,
  type TypedText,
} from './case-form.ts';
import { readyOf } from './ready-checkpoint.ts';

/** Where in the form something stands; also the key of its draft. */
export type CasePlace = 'about' | 'checkpoints' | 'voice' | `answers/${string}`;

/** What keeps a form from being a case. */
export interface Lack {
  readonly place: CasePlace;
  readonly type:
    | 'alias'
    | 'age'
    | 'summary'
    | 'goals'
    | 'reflect'
    | 'voice'
    | 'swedish'
    | 'expect'
    | 'file';
}

/** The case that a form describes; what is empty and may be is left out. */
export function makeCase(
  form: CaseForm,
  own: { readonly id: CaseId; readonly version: number },
): Result<PracticeCase, readonly Lack[]> {
  const lacks = lacksOf(form);
  if (lacks.length > 0) return err(lacks);
  const { about } = form;
  const age = Number(about.age);
  const made = PracticeCase.safeParse({
    ...own,
    fictional: true,
    practiceOnly: true,
    level: about.level,
    persona: { alias: about.alias.trim(), age, summary: textOf(about.summary) },
    learningGoals: about.goals.filter((goal) => !isEmpty(goal)).map(textOf),
    setup: {
      track: about.track,
      ownWorker: about.ownWorker,
      audio: about.audio,
      ...(age < 18 && { minor: true }),
    },
    checkpoints: form.checkpoints.map(checkpointOf),
    answers: Object.fromEntries(
      Object.entries(form.answers)
        .filter(([, { reply }]) => !isEmpty(reply.say))
        .map(([question, answer]) => [question, answerOf(answer)]),
    ),
    voice: Object.fromEntries(
      VOICES.map((name) => [name, form.voice[name].filter(isSaid).map(replyOf)]),
    ),
    reflect: about.reflect.map(textOf),
  });
  if (made.success) return ok(made.data);
  return err(made.error.issues.map(({ path }): Lack => ({ place: placeOf(path), type: 'file' })));
}

/** Which part of the form a path in the case belongs to. */
export function placeOf([first, second]: readonly PropertyKey[]): CasePlace {
  if (first === 'answers' && second !== undefined) return `answers/${String(second)}`;
  return first === 'checkpoints' || first === 'voice' ? first : 'about';
}

/** Whether an age is typed at which somebody may be asked: nobody under 15 is (domain.md section 4). */
export const isAge = (typed: string): boolean =>
  /^\d{2}$/.test(typed.trim()) && Number(typed) >= 15;

function lacksOf(form: CaseForm): readonly Lack[] {
  const { about, answers, checkpoints, voice } = form;
  const lack = (place: CasePlace, type: Lack['type'], when: boolean): readonly Lack[] =>
    when ? [{ place, type }] : [];
  return [
    ...lack('about', 'alias', about.alias.trim() === ''),
    ...lack('about', 'age', !isAge(about.age)),
    ...lack('about', 'summary', about.summary.sv.trim() === ''),
    ...lack('about', 'goals', !about.goals.some(({ sv }) => sv.trim() !== '')),
    ...lack('about', 'swedish', about.goals.some(isOnlyEnglish)),
    ...lack(
      'about',
      'reflect',
      about.reflect.some(({ sv }) => sv.trim() === ''),
    ),
    ...Object.entries(answers).flatMap(([question, answer]) =>
      lack(`answers/${question}`, 'swedish', saidIn(answer).some(isOnlyEnglish)),
    ),
    ...lack(
      'checkpoints',
      'expect',
      checkpoints.some(({ expect }) => expect.sv.trim() === ''),
    ),
    ...lack(
      'voice',
      'voice',
      VOICES.some((name) => !voice[name].some(isSaid)),
    ),
  ];
}

const saidIn = ({ reply, probes, asked, silent }: TypedAnswer): readonly TypedText[] =>
  [reply, ...probes, ...asked.map((each) => each.reply), silent].map(({ say }) => say);
const isOnlyEnglish = ({ sv, en }: TypedText): boolean => sv.trim() === '' && en.trim() !== '';
const isSaid = ({ say }: TypedReply): boolean => say.sv.trim() !== '';

const textOf = ({ sv, en }: TypedText): LocalText => ({
  sv: sv.trim(),
  ...(en.trim() !== '' && { en: en.trim() }),
});

const replyOf = ({ say, behaviour, seconds, wants }: TypedReply): Reply => ({
  say: textOf(say),
  ...(behaviour && { behaviour }),
  ...(seconds !== null && { afterSilence: seconds }),
  ...(wants && { wants }),
});

function askedOf({ reply, topic, words }: TypedAsked): ConditionalReply {
  const list = words
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (!topic && list.length === 0) return replyOf(reply);
  return {
    ...replyOf(reply),
    about: { ...(topic && { topic }), ...(list.length > 0 && { words: list }) },
  };
}

/** Parsed with the whole case: what was typed for its value may be no date yet. */
function answerOf({ reply, value, probes, asked, silent }: TypedAnswer): object {
  const at = probes.flatMap((probe, i) => (isSaid(probe) ? [[`${i}`, replyOf(probe)]] : []));
  const asks = asked.filter((each) => isSaid(each.reply)).map(askedOf);
  return {
    ...replyOf(reply),
    ...(value !== null && { value }),
    ...(at.length > 0 && { probes: Object.fromEntries(at) }),
    ...(asks.length > 0 && { ifAsked: asks }),
    ...(isSaid(silent) && { ifSilent: replyOf(silent) }),
  };
}

function checkpointOf(typed: TypedCheckpoint): Checkpoint {
  const { id, at, kind, params, expect, motive, kept, given } = typed;
  const ready = kind && readyOf(kind);
  const when = ready ? ready.build(at, params) : kept;
  const condition = given ?? ready?.given?.(at);
  if (!when) throw new Error('a checkpoint that looks for nothing');
  return {
    id,
    at,
    ...(condition && { given: condition }),
    when,
    expect: textOf(expect),
    ...(motive.sv.trim() !== '' && { motive: textOf(motive) }),
  };
}
