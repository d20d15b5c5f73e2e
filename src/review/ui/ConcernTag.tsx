import { concernTexts } from '../../i18n/concern.ts';
import { dateTime } from '../../i18n/format.ts';
import type { ConcernSummary } from '../../interview/model/concern.ts';
import { useLanguage, useTexts } from '../../kit/language.tsx';

/** How far a draft for a report has come; red while nobody was handed it. */
export function ConcernTag(props: Pick<ConcernSummary, 'handedOverAt' | 'removedAt'>) {
  const t = useTexts(concernTexts);
  const { language } = useLanguage();
  const { handedOverAt, removedAt } = props;
  if (removedAt !== undefined) {
    return <span className="tag">{t.isRemoved(dateTime(removedAt, language))}</span>;
  }
  return (
    <span className="tag" data-tone={handedOverAt === null ? 'danger' : 'ok'}>
      {handedOverAt === null ? t.notHandedOver : t.isHandedOver(dateTime(handedOverAt, language))}
    </span>
  );
}
