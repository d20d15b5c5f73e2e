import { useCallback, useMemo } from 'react';
import { materialTexts } from '../../../i18n/training-material.ts';
import { trainerTexts } from '../../../i18n/trainer.ts';
import { useTexts } from '../../../kit/language.tsx';
import { fetchAsset } from '../../../sync/asset.ts';
import planData from '../../../training/data/course-plan.json';
import handbookUrl from '../../../training/data/handbook.json?url';
import { CoursePlan } from '../../../training/model/course-plan.ts';
import { Handbook } from '../../../training/model/handbook.ts';
import { publishedCases } from '../../../training/own-cases.ts';
import { readShippedTraining } from '../../../training/shipped.ts';
import { MaterialMaker } from '../../../training/ui/MaterialMaker.tsx';
import { BackPage } from '../BackPage.tsx';
import type { PartProps } from '../training/part.ts';
import { useAsked } from '../use-desk.ts';

/** Texts that come with the app: read once, when somebody first comes here. */
const readTexts = async () => ({
  training: await readShippedTraining(),
  handbook: Handbook.parse(JSON.parse(await fetchAsset(handbookUrl))),
  plan: CoursePlan.parse(planData),
});

/** Papers for those who teach. */
export function MaterialPart({ desk, onBack }: PartProps) {
  const t = useTexts(materialTexts);
  const back = useTexts(trainerTexts).back;
  const texts = useMemo(() => readTexts(), []);
  const known = useAsked(
    desk,
    useCallback(async () => {
      const [own, guides, shipped] = await Promise.all([
        publishedCases(desk.journal),
        desk.guides(),
        texts,
      ]);
      const [guide] = guides;
      return guide && { ...shipped, guide, cases: [...shipped.training.cases, ...own] };
    }, [desk, texts]),
  );
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      <p className="hint">{t.intro}</p>
      {known && <MaterialMaker sources={known} onPrint={() => window.print()} />}
    </BackPage>
  );
}
