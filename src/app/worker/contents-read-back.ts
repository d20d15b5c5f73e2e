import type { QuestionId } from '../../base/ids.ts';
import { dateTime } from '../../i18n/format.ts';
import { readBackTexts } from '../../i18n/read-back.ts';
import { foldReadBack } from '../../interview/model/read-back.ts';
import { notAskedAbout, useOf } from '../../interview/model/use.ts';
import type { PageList, PageRemark } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** What was read back with the participant, and how many answers they were not asked about. */
export function readBackList({ state, events, guide, language }: RecordSource): PageList | null {
  const t = readBackTexts[language];
  const read = foldReadBack(events);
  if (read.sections.size + read.questions.size === 0) return null;
  const open = notAskedAbout(state, read);
  const sections = [...read.sections].map(([id, at]) => {
    const title = guide.sections.find((section) => section.id === id)?.title;
    return t.recordSection(title?.[language] ?? title?.sv ?? id, dateTime(at, language));
  });
  return {
    title: t.recordTitle,
    lines: [
      ...(sections.length === 0 ? [t.notRead] : sections),
      ...(open > 0 ? [t.recordNotAsked(open)] : []),
    ],
  };
}

/** What stands under each answer: own words, use, and that a part was taken back. */
export function readBackRemarks({
  state,
  events,
  language,
}: Omit<RecordSource, 'guide'>): ReadonlyMap<QuestionId, readonly PageRemark[]> {
  const t = readBackTexts[language];
  const names = { quote: t.recordQuote, noQuote: t.recordNoQuote, betweenUs: t.recordBetweenUs };
  return new Map(
    [...foldReadBack(events).questions].map(([id, item]) => {
      const use = useOf(state, item);
      return [
        id,
        [
          ...(item.shortened ? [{ label: t.recordShortened, text: '' }] : []),
          ...(item.ownWords.trim() === '' ? [] : [{ label: t.recordOwn, text: item.ownWords }]),
          ...(use ? [{ label: `${t.recordUse}: ${names[use]}`, text: '' }] : []),
        ],
      ];
    }),
  );
}
