import * as z from 'zod/mini';
import { LocalText } from '../../guide/model/guide.ts';
import { Voice, type CaseAnswer, type Checkpoint, type PracticeCase, type Reply } from './case.ts';
import {
  NO_REPLY,
  NO_TEXT,
  type CaseForm,
  type TypedAnswer,
  type TypedCheckpoint,
  type TypedReply,
  type TypedText,
} from './case-form.ts';
import { DEFAULT_PARAMS, recognise } from './ready-checkpoint.ts';

/** What a new case begins with. */
export const CaseTemplate = z.object({
  voice: Voice,
  reflect: z.tuple([LocalText, LocalText, LocalText]),
});
export type CaseTemplate = z.infer<typeof CaseTemplate>;

/** A case as it is edited: `makeCase` of it is the same case. */
export function formOf(made: PracticeCase): CaseForm {
  const { persona, setup } = made;
  const [first, second, third] = made.reflect;
  return {
    about: {
      alias: persona.alias,
      age: `${persona.age}`,
      level: made.level,
      summary: typedText(persona.summary),
      goals: made.learningGoals.map(typedText),
      track: setup.track,
      ownWorker: setup.ownWorker,
      audio: setup.audio,
      reflect: [typedText(first), typedText(second), typedText(third)],
    },
    answers: Object.fromEntries(
      Object.entries(made.answers).map(([question, answer]) => [question, typedAnswer(answer)]),
    ),
    checkpoints: made.checkpoints.map(typedCheckpoint),
    voice: typedVoice(made.voice),
  };
}

/** A new case: all that must be there and is nobody's in particular comes from the template. */
export function beginForm(
  alias: string,
  track: PracticeCase['setup']['track'],
  template: CaseTemplate,
): CaseForm {
  const [first, second, third] = template.reflect;
  return {
    about: {
      alias,
      age: '',
      level: 1,
      summary: NO_TEXT,
      goals: [NO_TEXT],
      track,
      ownWorker: false,
      audio: false,
      reflect: [typedText(first), typedText(second), typedText(third)],
    },
    answers: {},
    checkpoints: [],
    voice: typedVoice(template.voice),
  };
}

const typedText = ({ sv, en = '' }: LocalText): TypedText => ({ sv, en });

const typedReply = (reply: Reply): TypedReply => ({
  say: typedText(reply.say),
  behaviour: reply.behaviour ?? null,
  seconds: reply.afterSilence ?? null,
  wants: reply.wants ?? null,
});

const typedVoice = (voice: Voice): CaseForm['voice'] => ({
  open: voice.open.map(typedReply),
  cued: voice.cued.map(typedReply),
  focused: voice.focused.map(typedReply),
  option: voice.option.map(typedReply),
  leading: voice.leading.map(typedReply),
  several: voice.several.map(typedReply),
  probe: voice.probe.map(typedReply),
  again: voice.again.map(typedReply),
  heard: voice.heard.map(typedReply),
  refused: voice.refused.map(typedReply),
});

function typedAnswer(answer: CaseAnswer): TypedAnswer {
  const { probes = {}, ifAsked = [], ifSilent, value } = answer;
  const places = Object.keys(probes).map(Number);
  return {
    reply: typedReply(answer),
    value: value ?? null,
    probes: Array.from({ length: Math.max(-1, ...places) + 1 }, (_, i) => {
      const probe = probes[`${i}`];
      return probe ? typedReply(probe) : NO_REPLY;
    }),
    asked: ifAsked.map((reply) => ({
      reply: typedReply(reply),
      topic: reply.about?.topic ?? null,
      words: reply.about?.words?.join(', ') ?? '',
    })),
    silent: ifSilent ? typedReply(ifSilent) : NO_REPLY,
  };
}

function typedCheckpoint({ id, at, given, when, expect, motive }: Checkpoint): TypedCheckpoint {
  const ready = recognise(at, when);
  return {
    id,
    at,
    kind: ready?.kind ?? null,
    params: ready?.params ?? DEFAULT_PARAMS,
    expect: typedText(expect),
    motive: motive ? typedText(motive) : NO_TEXT,
    ...(!ready && { kept: when }),
    ...(given && { given }),
  };
}
