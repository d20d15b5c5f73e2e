import { longDate } from '../../i18n/format.ts';
import { closingTexts } from '../../i18n/closing.ts';
import { foldClosing } from '../../interview/model/closing.ts';
import type { PageList } from '../../parcel/model/markdown.ts';
import type { RecordSource } from './contents-source.ts';

/** How the talk was closed and what was done afterwards. */
export function closingList({ state, events, guide, language }: RecordSource): PageList | null {
  const t = closingTexts[language];
  const { checked, tonight, copies } = foldClosing(events);
  const items = (guide.closing.checklist ?? []).filter(({ id }) => checked.includes(id));
  const lines = [
    ...items.map(({ label }) => label[language] ?? label.sv),
    ...(tonight ? [`${t.tonight} ${tonight}`] : []),
    ...[...state.aftercare].map(
      ([task, { at, note }]) => `${t[task]}: ${t.doneAt(longDate(at, language))}. ${note}`,
    ),
    ...copies.map(
      ({ at, form }) => `${t.copy}: ${t.copyReleased(longDate(at, language), t[form])}`,
    ),
  ];
  return lines.length === 0 ? null : { title: t.recordTitle, lines };
}
