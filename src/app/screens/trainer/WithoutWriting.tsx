import { trainerTexts } from '../../../i18n/trainer.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';

/** A supervisor looks at what the trainers do, and is told why nothing can be changed. */
export function WithoutWriting() {
  const t = useTexts(trainerTexts);
  return (
    <Notice>
      <p>{t.onlyTrainers}</p>
    </Notice>
  );
}
