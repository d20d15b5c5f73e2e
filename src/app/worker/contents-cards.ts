import { utf8 } from '../../base/bytes.ts';
import { cardActTexts } from '../../i18n/card-acts.ts';
import type { Language } from '../../i18n/catalogue.ts';
import { concernTexts } from '../../i18n/concern.ts';
import { clockTime, dateTime, longDate } from '../../i18n/format.ts';
import type { Guide } from '../../guide/model/guide.ts';
import { cardsTold } from '../../interview/model/cards-told.ts';
import { CONCERN_FIELDS, foldConcern } from '../../interview/model/concern.ts';
import type { CardState, InterviewState } from '../../interview/model/state.ts';
import { fieldWords } from '../../interview/model/concern-words.ts';
import type { JournalEvent } from '../../journal/model/event.ts';
import { memoMarkdown } from '../../parcel/model/markdown.ts';
import type { PlainPart } from '../../parcel/model/port.ts';

/** `cards.md`: support cards that somebody must take over, and what was noted; nothing when there was none. */
export function cardsPart(
  state: InterviewState,
  events: readonly JournalEvent[],
  guide: Guide,
  language: Language,
): readonly PlainPart[] {
  const told = cardsTold(state, events);
  if (told.length === 0) return [];
  const t = cardActTexts[language];
  const fields = told.map(({ card, openedAt, closed, waits, notes }) => {
    const title = guide.situations.find((each) => each.id === card)?.title;
    return {
      label: title?.[language] ?? title?.sv ?? card,
      text: [
        t.openedAt(dateTime(openedAt, language)),
        waits ? t.stillWaits : '',
        closed ? left(closed, language) : '',
        ...notes.map(({ verbatim, text, at }) =>
          (verbatim ? t.noteVerbatimAt : t.noteAt)(dateTime(at, language), text),
        ),
      ]
        .filter(Boolean)
        .join('\n'),
    };
  });
  const page = memoMarkdown({
    title: t.told,
    facts: [{ label: concernTexts[language].code, value: state.code }],
    fields,
  });
  return [{ path: 'cards.md', bytes: utf8(page) }];
}

function left(closed: NonNullable<CardState['closed']>, language: Language): string {
  const t = cardActTexts[language];
  const { outcome, to, way, when, reason, at } = closed;
  const said = {
    handedOver: t.keptHandedOver(to, way, when),
    postponed: t.keptPostponed(reason),
    notNeeded: t.keptNotNeeded(reason),
  }[outcome];
  return `${said} ${t.keptAt(dateTime(at, language))}`;
}

/** `concern.md`: a draft for a report as anyone with a key can read it, every change with its time. */
export function concernPart(events: readonly JournalEvent[]): readonly PlainPart[] {
  const state = foldConcern(events);
  if (!state) return [];
  // Reports are made in Swedish, whatever language the tablet shows.
  const language: Language = 'sv';
  const t = concernTexts[language];
  const moment = (at: number) => `${longDate(at, language)} ${clockTime(at, language)}`;
  const title = state.kind === 'concern' ? t.concernDraft : t.misconductDraft;
  if (state.removedAt !== undefined) {
    const facts = [
      { label: t.begun, value: moment(state.begunAt) },
      { label: t.removed, value: moment(state.removedAt) },
    ];
    const gone = memoMarkdown({
      title,
      facts,
      fields: [{ label: t.removed, text: t.removedHelp }],
    });
    return [{ path: 'concern.md', bytes: utf8(gone) }];
  }
  const page = memoMarkdown({
    title,
    facts: [
      ...(state.code === null ? [] : [{ label: t.code, value: state.code }]),
      { label: t.begun, value: moment(state.begunAt) },
      { label: t.lastChanged, value: moment(state.changedAt) },
    ],
    fields: [
      ...CONCERN_FIELDS.map((field) => {
        const kept = state.fields.get(field);
        const [first, ...later] = (kept?.times ?? []).map(moment);
        return {
          label: fieldWords(t, state.kind, field).label,
          text: [
            kept?.text.trim() || t.nothingYet,
            first === undefined ? '' : t.written(first),
            later.length > 0 ? t.changed(later.join(', ')) : '',
          ]
            .filter(Boolean)
            .join('\n\n'),
        };
      }),
      {
        label: t.handOverTitle,
        text: [
          ...state.handOvers.map(
            ({ to, way, when, at }) => `${t.handedOver(to, way, when)} ${t.notedAt(moment(at))}`,
          ),
          state.handedOverAt === null
            ? state.handOvers.length > 0
              ? t.changedSince
              : t.notHandedOver
            : '',
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
    ],
  });
  return [{ path: 'concern.md', bytes: utf8(page) }];
}
