import { utf8 } from '../../base/bytes.ts';
import { longDate } from '../../i18n/format.ts';
import { newInterviewTexts } from '../../i18n/new-interview.ts';
import { transcriptTexts } from '../../i18n/transcript.ts';
import { timeWords } from '../../interview/model/cue.ts';
import { foldInterview } from '../../interview/model/state.ts';
import {
  foldTranscript,
  isUnchecked,
  type Segment,
} from '../../interview/model/transcript-state.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { merge } from '../../journal/model/merge.ts';
import type { Journal } from '../../journal/model/port.ts';
import { interviewMarkdown, type PageQuestion } from '../../parcel/model/markdown.ts';
import type { PlainPart } from '../../parcel/model/port.ts';

/**
 * The transcript that anyone with a key can read without us: what was said word for word as quotes, remarks apart from
 * it, and at each segment whether somebody has listened to it.
 */
export async function transcriptPart(
  journal: Journal,
  events: readonly JournalEvent[],
): Promise<readonly PlainPart[]> {
  const state = foldTranscript(events);
  if (!state) return [];
  const { language } = state;
  const t = transcriptTexts[language];
  const opened = await journal.open(state.interview);
  const code = opened && foldInterview(merge(opened.events))?.code;
  const segment = (each: Segment, i: number): PageQuestion => ({
    id: `${i + 1}.`,
    text: [each.from === null ? each.clock : timeWords(each.from), t[each.speaker]]
      .filter(Boolean)
      .join(' '),
    outcome: isUnchecked(each) ? t.unchecked : each.source === 'typed' ? t.byHand : t.checked,
    value: null,
    answer: each.text,
    verbatim: [[0, each.text.length]],
    remarks: each.remark === '' ? [] : [{ label: t.remark, text: each.remark }],
  });
  const page = interviewMarkdown({
    title: t.title,
    facts: [
      ...(code ? [{ label: newInterviewTexts[language].code, value: code }] : []),
      { label: t.recordBegun, value: longDate(state.begunAt, language) },
      ...(state.takenBack.length > 0
        ? [{ label: t.recordTakenBack, value: String(state.takenBack.length) }]
        : []),
    ],
    sections: [
      {
        title: t.segments,
        questions: state.segments
          .filter(({ text, remark }) => text.trim() !== '' || remark.trim() !== '')
          .map(segment),
      },
    ],
  });
  return [{ path: 'transcript.md', bytes: utf8(page) }];
}
