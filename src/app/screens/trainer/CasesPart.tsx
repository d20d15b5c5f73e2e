import { useCallback } from 'react';
import type { StreamId } from '../../../base/ids.ts';
import type { Guide } from '../../../guide/model/guide.ts';
import { ownCaseTexts } from '../../../i18n/training-own-cases.ts';
import { trainerTexts } from '../../../i18n/trainer.ts';
import { useTexts } from '../../../kit/language.tsx';
import { Notice } from '../../../kit/notice.tsx';
import templateData from '../../../training/data/case-template.json';
import { beginForm, CaseTemplate, formOf } from '../../../training/model/case-edited.ts';
import type { CaseForm } from '../../../training/model/case-form.ts';
import {
  beginCase,
  draftCase,
  draftIdOf,
  listOwnCases,
  openCase,
  publishCase,
  publishedCases,
  withdrawCase,
} from '../../../training/own-cases.ts';
import { readShippedTraining } from '../../../training/shipped.ts';
import { CaseEditor } from '../../../training/ui/CaseEditor.tsx';
import { OwnCaseList, type NewCase } from '../../../training/ui/OwnCaseList.tsx';
import { go } from '../../routes.ts';
import { BackPage } from '../BackPage.tsx';
import type { PartProps } from '../training/part.ts';
import { useAsked } from '../use-desk.ts';

const toCases = () => go({ name: 'trainer', part: 'cases', stream: null });

/** A trainer's own cases: the list, or the one that the address names. */
export function CasesPart(props: PartProps) {
  const { desk, stream, onBack } = props;
  const t = useTexts(ownCaseTexts);
  const back = useTexts(trainerTexts).back;
  if (desk.me.role !== 'trainer') {
    return (
      <BackPage title={t.title} back={back} onBack={onBack}>
        <Notice>
          <p>{t.onlyTrainers}</p>
        </Notice>
      </BackPage>
    );
  }
  return stream ? <OneCase {...props} stream={stream} /> : <AllCases {...props} />;
}

function AllCases({ desk, deps, onBack }: PartProps) {
  const t = useTexts(ownCaseTexts);
  const back = useTexts(trainerTexts).back;
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        cases: await listOwnCases(desk.journal),
        models: [...(await readShippedTraining()).cases, ...(await publishedCases(desk.journal))],
        guide: (await desk.guides())[0],
      }),
      [desk],
    ),
  );
  if (!known?.guide) return null;
  const { guide } = known;
  const begin = async (form: CaseForm) => {
    const kept = await beginCase(desk.journal, form, desk.me.member, deps.random);
    if (kept.ok) go({ name: 'trainer', part: 'cases', stream: kept.value });
    return kept.ok;
  };
  return (
    <BackPage title={t.title} back={back} onBack={onBack}>
      <OwnCaseList
        cases={known.cases}
        models={known.models}
        guide={guide}
        onOpen={(stream) => go({ name: 'trainer', part: 'cases', stream })}
        onNew={(begun) => begin(newForm(begun, guide))}
        onFile={begin}
      />
    </BackPage>
  );
}

function newForm({ alias, from }: NewCase, guide: Guide): CaseForm {
  if (from) {
    const form = formOf(from);
    return { ...form, about: { ...form.about, alias } };
  }
  const [track] = guide.tracks;
  if (!track) throw new Error('a guide without a length');
  return beginForm(alias, track.id, CaseTemplate.parse(templateData));
}

function OneCase({ desk, stream }: PartProps & { readonly stream: StreamId }) {
  const t = useTexts(ownCaseTexts);
  const known = useAsked(
    desk,
    useCallback(
      async () => ({
        opened: await openCase(desk.journal, stream),
        guide: (await desk.guides())[0],
      }),
      [desk, stream],
    ),
  );
  if (!known?.guide) return null;
  const { opened, guide } = known;
  return (
    <BackPage
      title={opened?.form.about.alias.trim() || t.nameless}
      tab={t.title}
      back={t.back}
      onBack={toCases}
    >
      {opened ? (
        <CaseEditor
          opened={opened}
          guide={guide}
          onDraft={async (part) => (await draftCase(desk.journal, stream, part)).ok}
          ports={{
            publish: async (form) => {
              const made = await publishCase(desk.journal, stream, form);
              if (!made.ok) return null;
              // What cannot be packed now is packed in a later round; it is kept here all the same.
              void desk.deliver('case', stream);
              return made.value.version;
            },
            preview: () => go({ name: 'practice', case: draftIdOf(stream), play: false }),
            withdraw: async () => {
              const taken = await withdrawCase(desk.journal, stream);
              if (taken.ok) void desk.deliver('case', stream);
              return taken.ok;
            },
            erase: async () => {
              const erased = await desk.journal.erase(stream);
              if (erased.ok) toCases();
              return erased.ok;
            },
          }}
        />
      ) : (
        <p>{t.gone}</p>
      )}
    </BackPage>
  );
}
