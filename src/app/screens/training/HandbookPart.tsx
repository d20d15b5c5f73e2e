import { useCallback } from 'react';
import { handbookTexts } from '../../../i18n/training-handbook.ts';
import { trainingTexts } from '../../../i18n/training-overview.ts';
import { useTexts } from '../../../kit/language.tsx';
import { readShippedHandbook } from '../../../training/shipped-handbook.ts';
import { HandbookView } from '../../../training/ui/HandbookView.tsx';
import { BackPage } from '../BackPage.tsx';
import { useAsked } from '../use-desk.ts';
import type { PartProps } from './part.ts';

/** The base document, with the motives of the guide that is in use here. */
export function HandbookPart({ desk, onBack }: PartProps) {
  const t = useTexts(handbookTexts);
  const back = useTexts(trainingTexts).back;
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [handbook, guides] = await Promise.all([readShippedHandbook(), desk.guides()]);
      return { handbook, guide: guides[0] };
    }, [desk]),
  );
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      {known && <HandbookView {...known} print={() => window.print()} />}
    </BackPage>
  );
}
