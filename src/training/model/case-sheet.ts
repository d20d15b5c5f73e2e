import type { QuestionId } from '../../base/ids.ts';
import type { LocalText, Guide } from '../../guide/model/guide.ts';
import { routeOf } from '../../guide/model/route.ts';
import type { Language } from '../../i18n/catalogue.ts';
import type { About } from './about.ts';
import { VOICES } from './case-form.ts';
import type { Cue, PracticeCase, Reply, Voice, Wish } from './case.ts';

/** One thing that the person who plays may say, and what brings it. */
export interface SheetLine {
  /** The question itself, one of the guide's probes, what is asked further, or ten seconds of silence after it. */
  readonly when: 'question' | 'probe' | 'asked' | 'silence';
  /** The words of the probe; empty otherwise. */
  readonly probe: string;
  /** For what is asked further: what it must be about; null when any open invitation brings it. */
  readonly about: About | null;
  readonly say: string;
  readonly cue: Cue | null;
  readonly wants: Wish | null;
  /** Seconds of silence before it is said; 0: at once. */
  readonly afterSeconds: number;
}

export interface SheetQuestion {
  readonly id: QuestionId;
  readonly text: string;
  readonly lines: readonly SheetLine[];
}

/** What somebody needs in hand to play the young person: nothing of the checkpoints, which are the trainee's. */
export interface CaseSheet {
  readonly alias: string;
  readonly age: number;
  readonly summary: string;
  readonly sections: readonly {
    readonly title: string;
    readonly questions: readonly SheetQuestion[];
  }[];
  /** What to say where nothing is written, by what one is met with. */
  readonly voice: readonly { readonly met: keyof Voice; readonly say: readonly string[] }[];
}

/** The sheet for one length of the guide, in one language; where the guide or case lacks it, in Swedish. */
export function sheetOf(played: PracticeCase, guide: Guide, language: Language): CaseSheet {
  const text = (local: LocalText): string => local[language] ?? local.sv;
  const line = (
    when: SheetLine['when'],
    reply: Reply,
    more: { readonly probe?: string; readonly about?: About | undefined } = {},
  ): SheetLine => ({
    when,
    probe: more.probe ?? '',
    about: more.about ?? null,
    say: text(reply.say),
    cue: reply.behaviour ?? null,
    wants: reply.wants ?? null,
    afterSeconds: reply.afterSilence ?? 0,
  });
  const track = guide.tracks.find(({ id }) => id === played.setup.track) ?? guide.tracks[0];
  if (!track) throw new Error('a guide without a length');
  return {
    alias: played.persona.alias,
    age: played.persona.age,
    summary: text(played.persona.summary),
    sections: routeOf(guide, track.id).sections.map(({ section, questions }) => ({
      title: text(section.title),
      questions: questions.map(({ id, text: words, probes }) => {
        const answer = played.answers[id];
        const scripted = probes.flatMap((probe, at) => {
          const reply = answer?.probes?.[`${at}`];
          return reply ? [line('probe', reply, { probe: text(probe) })] : [];
        });
        return {
          id,
          text: text(words),
          lines: answer
            ? [
                line('question', answer),
                ...(answer.ifSilent ? [line('silence', answer.ifSilent)] : []),
                ...scripted,
                ...(answer.ifAsked ?? []).map((each) => line('asked', each, { about: each.about })),
              ]
            : [],
        };
      }),
    })),
    voice: VOICES.map((met) => ({ met, say: played.voice[met].map(({ say }) => text(say)) })),
  };
}
